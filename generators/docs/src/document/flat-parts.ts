import type { JsonValue, Parameter } from '@swas/generator-model';
import type { Examples } from '../samples/examples.ts';

/** One of the wire parameters that a flattened value becomes. */
export interface Part {
  readonly name: string;
  readonly required: boolean;
  /** What is filled in. */
  readonly value?: JsonValue;
}

/** What the wire calls the parts of a flattened value: `Name.1.Key`. */
function flatten(name: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((item: JsonValue, index) => [index + 1, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, item]) => flatten(`${name}.${key}`, item));
}

/** The parts of a flattened parameter. One that need not be sent is not filled in: what it does is the reader's decision. */
export function flatParts(
  { name, schema, required, example }: Parameter,
  examples: Examples,
): readonly Part[] {
  const least = required ? flatten(name, examples.shortest(schema, example)) : [];
  const needed = new Set(least.map(([part]) => part));
  const parts = flatten(name, examples.longest(schema, example)).map(([part, value]): Part => {
    const shown = needed.has(part) || example !== undefined;
    return { name: part, required: needed.has(part), ...(shown ? { value } : {}) };
  });
  // A free-form object names no part, and would not be on the page at all.
  return parts.length > 0 ? parts : [{ name: `${name}.Key`, required: false }];
}
