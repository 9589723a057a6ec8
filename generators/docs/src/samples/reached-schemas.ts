import { remember } from '@swas/generator-kit';
import type { ApiModel, NamedSchema, Operation, Schema } from '@swas/generator-model';

const lists = new WeakMap<Operation, readonly NamedSchema[]>();
const none: readonly NamedSchema[] = [];

/**
 * The named schemas that an operation's parameters reach. For an operation that did not change it is the same list as the last time
 * while the schemas in it are the same, so that what was made of both still holds.
 */
export function reachedSchemas(
  operation: Operation,
  named: ReadonlyMap<string, NamedSchema>,
): readonly NamedSchema[] {
  const direct = namesInParameters(operation);
  if (direct.length === 0) return none;
  const reached = [...closure(direct, named)];
  const last = lists.get(operation);
  if (last?.length === reached.length && last.every((each, index) => each === reached[index])) return last;
  lists.set(operation, reached);
  return reached;
}

/** A model's schemas by the name that references give. */
export const schemasByName = remember(
  (schemas: ApiModel['schemas']): ReadonlyMap<string, NamedSchema> =>
    new Map(schemas.map((named) => [named.name, named])),
);

const namesInParameters = remember(({ parameters }: Operation) => [
  ...new Set(parameters.flatMap(({ schema }) => namesIn(schema))),
]);

const namesInSchema = remember(({ schema }: NamedSchema) => [...new Set(namesIn(schema))]);

function closure(
  direct: readonly string[],
  named: ReadonlyMap<string, NamedSchema>,
): ReadonlySet<NamedSchema> {
  const reached = new Set(direct.flatMap((name) => named.get(name) ?? []));
  // A Set's iterator also visits what is added while it runs.
  for (const schema of reached) {
    for (const name of namesInSchema(schema)) {
      const next = named.get(name);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

function namesIn(schema: Schema): readonly string[] {
  switch (schema.kind) {
    case 'reference':
      return [schema.name];
    case 'array':
      return namesIn(schema.items);
    case 'object': {
      const values = schema.properties.flatMap((property) => namesIn(property.schema));
      return typeof schema.additional === 'boolean' ? values : [...values, ...namesIn(schema.additional)];
    }
    case 'union':
    case 'intersection':
      return schema.members.flatMap(namesIn);
    default:
      return [];
  }
}
