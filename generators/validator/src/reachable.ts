import { schemasInside, type ApiModel, type NamedSchema, type Schema } from '@swas/generator-model';

/** The named schemas that requests reach: nothing of an answer belongs into a request validator. */
export function reachableSchemas(model: Pick<ApiModel, 'schemas' | 'operations'>): readonly NamedSchema[] {
  const all = new Map(model.schemas.map((named) => [named.name, named]));
  const reached = new Set<NamedSchema>();
  // A list of what is left, not recursion: references may form chains as long as the spec.
  const left: Schema[] = model.operations.map(({ request }) => request);
  for (let schema = left.pop(); schema !== undefined; schema = left.pop()) {
    left.push(...schemasInside(schema));
    const named = schema.kind === 'reference' ? all.get(schema.name) : undefined;
    if (named === undefined || reached.has(named)) continue;
    reached.add(named);
    left.push(named.schema);
  }
  return model.schemas.filter((named) => reached.has(named));
}
