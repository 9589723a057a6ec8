import { findCircle } from './find-circle.ts';
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
