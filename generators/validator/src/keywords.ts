import type { JsonSchema, JsonValue } from '@swas/generator-model';

/** Keywords of a prepared schema and of those inside it: the rules that its check can find broken, and some more. */
export function keywordsOf(schema: JsonSchema): readonly string[] {
  const found = known.get(schema) ?? collect(schema);
  known.set(schema, found);
  return found;
}

// A spec that is watched has most of its schemas again after each edit.
const known = new WeakMap<JsonSchema, readonly string[]>();

function collect(schema: JsonSchema): readonly string[] {
  const keywords = new Set<string>();
  const left: JsonValue[] = [schema];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) left.push(...(value as readonly JsonValue[]));
    else
      for (const [keyword, inner] of Object.entries(value as JsonSchema)) {
        keywords.add(keyword);
        left.push(...(keyword === 'properties' ? Object.values(inner as JsonSchema) : [inner]));
      }
  }
  return [...keywords];
}
