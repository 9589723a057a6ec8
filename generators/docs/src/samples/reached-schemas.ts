import { remember } from '@swas/generator-kit';
import { referencedNames, type NamedSchema, type Operation } from '@swas/generator-model';

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

const namesInParameters = remember(({ parameters }: Operation) => [
  ...new Set(parameters.flatMap(({ schema }) => referencedNames(schema))),
]);

const namesInSchema = remember(({ schema }: NamedSchema) => [...new Set(referencedNames(schema))]);

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
