/** The named schemas that an operation's cases depend on, so that an edit of another schema leaves them alone. */
import { referencedNames, type NamedSchema, type Operation, type Schema } from '@swas/generator-model';

type Index = ReadonlyMap<string, NamedSchema>;

const namesBySchema = new WeakMap<Schema, readonly string[]>();

/** Names that a schema refers to, directly or inside its own inline schemas. */
function namesIn(schema: Schema): readonly string[] {
  const names = namesBySchema.get(schema) ?? referencedNames(schema);
  namesBySchema.set(schema, names);
  return names;
}

function collect(operation: Operation, index: Index): readonly NamedSchema[] {
  const reached = new Set<NamedSchema>();
  const left = operation.parameters.flatMap(({ schema }) => namesIn(schema));
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const named = index.get(name);
    if (named === undefined || reached.has(named)) continue;
    reached.add(named);
    left.push(...namesIn(named.schema));
  }
  // Of an answer it matters only where its body as a whole is documented.
  for (const { schema } of operation.responses) {
    let named = schema?.kind === 'reference' ? index.get(schema.name) : undefined;
    while (named !== undefined && !reached.has(named)) {
      reached.add(named);
      named = named.schema.kind === 'reference' ? index.get(named.schema.name) : undefined;
    }
  }
  return [...reached];
}

const listByNames = new Map<string, readonly NamedSchema[]>();

/** The schemas: the very same list for all operations that reach the same ones, and while none of them has changed. */
export function reachedSchemas(operation: Operation, index: Index): readonly NamedSchema[] {
  const found = collect(operation, index);
  const key = JSON.stringify(found.map(({ name }) => name));
  const former = listByNames.get(key);
  if (former?.every((named, at) => named === found[at]) === true) return former;
  listByNames.set(key, found);
  return found;
}
