import type { JsonSchema, JsonValue } from '@swas/generator-model';
import type { EditedParameter } from './edit/index.ts';

/** A parameter whose name and bounds are stood in for, so that all of its kind are compiled and edited once. */
export interface Template {
  readonly schema: JsonSchema;
  /** What each stand-in stands for: the bounds, then the name, which may read like one of them. */
  readonly values: readonly (readonly [standIn: string, value: string])[];
}

/** Stands in for the name, also as a part of a variable's. */
export const nameStandIn = 'NameOfTheParameter';

/** The first of the numbers that stand in for bounds: no bound of an API is as large. */
const firstBound = 7_919_000_000_000;

/** Each of the numbers that stand in for bounds. */
const standInBound = new RegExp(`${String(firstBound).slice(0, -3)}\\d{3}`, 'g');

/** Keywords whose bound goes into the code as it is, wherever it stands. */
const bounds = new Set(['maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'maximum']);

/**
 * The kind of a parameter; undefined where a stand-in could be mistaken, or would change more than itself: of a name that is no
 * plain word the variable is another word.
 */
export function templateOf(
  name: string,
  schema: JsonSchema,
  texts: ReadonlyMap<string, string>,
): Template | undefined {
  const text = JSON.stringify([schema, ...texts]);
  const isMistakable = [nameStandIn, String(firstBound).slice(0, -3)].some((each) => text.includes(each));
  if (isMistakable || !/^\w+$/.test(name)) return undefined;
  const values: [string, string][] = [];
  const visit = (value: JsonValue, keyword: string): JsonValue => {
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => visit(item, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner, key)]));
    // One is written in other words where it says the same.
    const isBound = bounds.has(keyword) && Number.isSafeInteger(value) && (value as number) > 1;
    if (!isBound || values.length > 900) return value;
    const standIn = firstBound + values.length;
    values.push([String(standIn), String(value)]);
    return standIn;
  };
  const template = visit(schema, '') as JsonSchema;
  return { schema: template, values: [...values, [nameStandIn, name]] };
}

/** Puts the name and the bounds in. */
export function fillIn(edited: EditedParameter, { values }: Template): EditedParameter {
  const given = new Map(values);
  // In one pass: a union of hundreds has as many bounds. The name comes last, which may read like one of them.
  const fill = (text: string): string =>
    text
      .replaceAll(standInBound, (standIn) => given.get(standIn) ?? standIn)
      .replaceAll(nameStandIn, () => given.get(nameStandIn) ?? nameStandIn);
  return {
    ...edited,
    code: fill(edited.code),
    patterns: new Map([...edited.patterns].map(([name, pattern]) => [fill(name), pattern])),
    accept: edited.accept && { ...edited.accept, code: fill(edited.accept.code) },
  };
}
