import type { ApiModel, Schema } from '@swas/generator-model';

/** Names of the types that the type of a schema mentions, in alphabetical order. */
export function typeNamesUsed(schema: Schema, model: Pick<ApiModel, 'schemas'>): string[] {
  const names = new Set<string>();
  const visit = (each: Schema): void => {
    if (each.kind === 'reference') names.add(each.name);
    else if (each.kind === 'array') visit(each.items);
    else if (each.kind === 'union' || each.kind === 'intersection') each.members.forEach(visit);
    else if (each.kind === 'object') {
      for (const property of each.properties) visit(property.schema);
      if (typeof each.additional !== 'boolean') visit(each.additional);
    }
  };
  visit(schema);
  return model.schemas.flatMap(({ name, typeName }) => (names.has(name) ? [typeName] : [])).toSorted();
}
