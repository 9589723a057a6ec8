import type { ApiModel, Schema } from '@swas/generator-model';
import { children } from './reachable.ts';

/** Names of the types that the type of a schema mentions, in alphabetical order. */
export function typeNamesUsed(schema: Schema, model: Pick<ApiModel, 'schemas'>): string[] {
  const names = new Set<string>();
  const visit = (each: Schema): void => {
    if (each.kind === 'reference') names.add(each.name);
    children(each).forEach(visit);
  };
  visit(schema);
  return model.schemas.flatMap(({ name, typeName }) => (names.has(name) ? [typeName] : [])).toSorted();
}
