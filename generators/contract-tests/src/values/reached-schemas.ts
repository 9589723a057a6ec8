/** The named schemas that an operation's cases depend on, so that an edit of another schema leaves them alone. */
import type { NamedSchema, Operation } from '@swas/generator-model';

type Index = ReadonlyMap<string, NamedSchema>;

const namesByPart = new WeakMap<object, ReadonlySet<string>>();

/** Names that a part of a model refers to, directly or inside its own inline schemas. */
function namesIn(part: object): ReadonlySet<string> {
  const known = namesByPart.get(part);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'reference' && 'name' in value) names.add(String(value.name));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(part);
  namesByPart.set(part, names);
  return names;
}

function collect(operation: Operation, index: Index): readonly NamedSchema[] {
  const reached = new Set<NamedSchema>();
  const left = [...namesIn(operation.parameters)];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const named = index.get(name);
    if (named === undefined || reached.has(named)) continue;
    reached.add(named);
    left.push(...namesIn(named));
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
