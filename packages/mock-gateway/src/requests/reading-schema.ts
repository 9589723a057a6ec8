import type { JsonSchema, JsonValue } from '../catalogue.ts';
import { resolveSchema, type Definitions } from './resolve-schema.ts';

/** A chain of `allOf` longer than this goes in a circle. */
const maxDepth = 32;

/** What a schema says about how its values are read, through references, with the members of `allOf` put together. */
export function readingSchema(schema: JsonSchema, definitions: Definitions, depth = 0): JsonSchema {
  const resolved = resolveSchema(schema, definitions) ?? {};
  const members = resolved['allOf'];
  if (!Array.isArray(members) || depth > maxDepth) return resolved;
  return (members as readonly JsonSchema[])
    .map((member) => readingSchema(member, definitions, depth + 1))
    .reduce(both, {});
}

/** Not the limits of both: whether a value is valid, the schemas themselves say. */
function both(left: JsonSchema, right: JsonSchema): JsonSchema {
  const merged: Record<string, JsonValue> = { ...left, ...right };
  const type = commonTypes(left['type'], right['type']);
  if (type !== undefined) merged['type'] = type;
  if (left['items'] !== undefined && right['items'] !== undefined)
    merged['items'] = { allOf: [left['items'], right['items']] };
  if (left['properties'] !== undefined && right['properties'] !== undefined)
    merged['properties'] = commonProperties(
      left['properties'] as Definitions,
      right['properties'] as Definitions,
    );
  return merged;
}

function commonTypes(left: JsonValue | undefined, right: JsonValue | undefined): JsonValue | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const allowed = new Set([right].flat());
  // Every integer is a number, and both are read alike.
  if (allowed.has('number') || allowed.has('integer')) allowed.add('number').add('integer');
  return [left].flat().filter((type) => allowed.has(type)) as JsonValue[];
}

function commonProperties(left: Definitions, right: Definitions): JsonValue {
  const shared = Object.keys(left).filter((name) => Object.hasOwn(right, name));
  const merged = shared.map((name): [string, JsonValue] => [name, { allOf: [left[name]!, right[name]!] }]);
  return { ...left, ...right, ...Object.fromEntries(merged) };
}
