import { schemasInside, type ApiModel, type Schema } from '@swas/generator-model';

/** Names of the types that the type of a schema mentions, in alphabetical order. */
export function typeNamesUsed(schema: Schema, model: Pick<ApiModel, 'schemas'>): string[] {
  const names = new Set<string>();
  const visit = (each: Schema): void => {
    if (each.kind === 'reference') names.add(each.name);
    schemasInside(each).forEach(visit);
  };
  visit(schema);
  return model.schemas.flatMap(({ name, typeName }) => (names.has(name) ? [typeName] : [])).toSorted();
}
