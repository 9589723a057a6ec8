/** What a parameter that carries JSON text demands of the text itself. */
import type { JsonValue, Schema } from '@swas/generator-model';
import type { Sample } from './constraint.ts';

/** Texts that are not JSON. None could pass for a bare value, which a server may accept without breaking a rule. */
function malformedTexts(valid: string): readonly (readonly [label: string, text: string])[] {
  return [
    ['a text that ends too early', valid.slice(0, -1)],
    ['a text that goes on after the value', `${valid}${valid.slice(-1)}`],
    ['a comma after the last part', `${valid.slice(0, -1)},${valid.slice(-1)}`],
    ...(valid.includes('"') ? [['single quotes', valid.replaceAll('"', "'")] as const] : []),
  ];
}

/** The texts of a parameter that are no JSON at all, for a valid one of an array or object. */
export const malformed = (value: JsonValue): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null ? malformedTexts(JSON.stringify(value)) : [];

function arrayOfOtherThings(items: readonly JsonValue[]): readonly Sample[] {
  return [
    { label: 'an object instead of an array', value: { 0: items[0] ?? null } },
    { label: 'null instead of an array', value: null },
    { label: 'a number among the items', value: [...items, 1] },
    { label: 'null among the items', value: [...items, null] },
    { label: 'an array among the items', value: [[...items]] },
  ];
}

/** JSON of other types than the documented one. */
export function otherThings(value: JsonValue): readonly Sample[] {
  if (Array.isArray(value)) return arrayOfOtherThings(value);
  if (typeof value === 'object' && value !== null) {
    return [{ label: 'an array instead of an object', value: [value] }];
  }
  return [{ label: 'an object', value: {} }];
}

/** What the text must hold, with its article. */
export const nounOf = (schema: Schema): string =>
  schema.kind === 'array' ? 'an array' : schema.kind === 'object' ? 'an object' : 'a value';
