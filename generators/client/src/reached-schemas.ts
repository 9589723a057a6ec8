import type { ApiModel, NamedSchema, Operation, Schema } from '@swas/generator-model';

/** The named schemas that the types of an operation refer to: what its file depends on besides the operation itself. */
export function reachedSchemas(model: ApiModel, { request, result }: Operation): readonly NamedSchema[] {
  const names = new Set([...namesIn(request), ...namesIn(result)]);
  const known = schemasByName(model);
  return [...names].flatMap((name) => known.get(name) ?? []);
}

const byName = new WeakMap<ApiModel, ReadonlyMap<string, NamedSchema>>();

/** A model's schemas by the name that references give. */
export function schemasByName(model: ApiModel): ReadonlyMap<string, NamedSchema> {
  const known = byName.get(model);
  if (known !== undefined) return known;
  const made = new Map(model.schemas.map((named) => [named.name, named]));
  byName.set(model, made);
  return made;
}

function namesIn(schema: Schema): readonly string[] {
  switch (schema.kind) {
    case 'reference':
      return [schema.name];
    case 'array':
      return namesIn(schema.items);
    case 'object': {
      const { properties, additional } = schema;
      const own = properties.flatMap((property) => namesIn(property.schema));
      return typeof additional === 'boolean' ? own : [...own, ...namesIn(additional)];
    }
    case 'union':
    case 'intersection':
      return schema.members.flatMap(namesIn);
    default:
      return none;
  }
}

const none: readonly string[] = [];
