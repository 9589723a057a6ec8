import type { Reader } from './reader.ts';
import type { NamedSchema, Schema } from './schema.ts';
import type { SchemaRegistry } from './schema-registry.ts';

/** Names that a value of the schema must match at the same place: through lists and objects recursion is fine. */
function* sameValue(schema: Schema): Generator<string> {
  if (schema.kind === 'reference') yield schema.name;
  if (schema.kind === 'union' || schema.kind === 'intersection') {
    for (const member of schema.members) yield* sameValue(member);
  }
}

/** Reports schemas that are defined by themselves alone: no value could ever be judged by them. */
export function checkCircles(
  reader: Reader,
  registry: SchemaRegistry,
  schemas: readonly NamedSchema[],
): void {
  const next = new Map(schemas.map(({ name, schema }) => [name, [...new Set(sameValue(schema))]]));
  const finished = new Set<string>();
  for (const { name } of schemas) {
    const circle = findCircle(name, next, finished);
    const node = circle === undefined ? undefined : registry.nodeOf(circle[0] ?? '');
    if (circle === undefined || node === undefined) continue;
    const way = circle.map((step) => `\`${step}\``).join(' → ');
    const hint =
      'break the circle: recursion must pass through `properties`, `items` or `additionalProperties`';
    reader.report(node.location, `\`$ref\` leads back to itself: ${way}`, 'a chain that ends', hint);
  }
}

/** Walks depth first, without recursion: chains may be as long as the spec. Answers the first circle met. */
function findCircle(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  finished: Set<string>,
): readonly string[] | undefined {
  const path: string[] = [];
  const onPath = new Set<string>();
  const pending: [depth: number, name: string][] = [[0, start]];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const [depth, name] = item;
    for (const left of path.splice(depth)) {
      finished.add(left);
      onPath.delete(left);
    }
    if (onPath.has(name)) {
      // One report a circle, whichever of its schemas comes next.
      for (const member of path) finished.add(member);
      return [...path.slice(path.indexOf(name)), name];
    }
    if (finished.has(name)) continue;
    path.push(name);
    onPath.add(name);
    pending.push(...(next.get(name) ?? []).map((child): [number, string] => [depth + 1, child]));
  }
  for (const left of path) finished.add(left);
  return undefined;
}
