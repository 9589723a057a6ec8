import type { JsonSchema, JsonValue } from '../catalogue.ts';

type Test = (value: JsonValue, bound: JsonValue) => boolean;

/** Lengths are counted in code points, as JSON Schema counts. */
const length = (text: string): number => Array.from(text).length;
const text = (test: (value: string, bound: JsonValue) => boolean): Test => {
  return (value, bound) => typeof value !== 'string' || test(value, bound);
};
const number = (test: (value: number, bound: number) => boolean): Test => {
  return (value, bound) => typeof value !== 'number' || test(value, Number(bound));
};
const items = (test: (value: readonly JsonValue[], bound: JsonValue) => boolean): Test => {
  return (value, bound) => !Array.isArray(value) || test(value as readonly JsonValue[], bound);
};
const members = (test: (count: number, bound: number) => boolean): Test => {
  return (value, bound) =>
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    test(Object.keys(value).length, Number(bound));
};

/** Each keyword with what a value must meet; a value of another type meets it. */
const tests: Readonly<Record<string, Test>> = {
  minLength: text((value, bound) => value.length >= Number(bound) && length(value) >= Number(bound)),
  maxLength: text((value, bound) => value.length <= Number(bound) || length(value) <= Number(bound)),
  pattern: text((value, bound) => new RegExp(String(bound), 'u').test(value)),
  minimum: number((value, bound) => value >= bound),
  maximum: number((value, bound) => value <= bound),
  exclusiveMinimum: number((value, bound) => value > bound),
  exclusiveMaximum: number((value, bound) => value < bound),
  multipleOf: number((value, bound) => Number.isInteger(value / bound)),
  minItems: items((value, bound) => value.length >= Number(bound)),
  maxItems: items((value, bound) => value.length <= Number(bound)),
  uniqueItems: items((value, bound) => bound !== true || areUnique(value)),
  minProperties: members((count, bound) => count >= bound),
  maxProperties: members((count, bound) => count <= bound),
};

/** The first bound of a schema that a value breaks. */
export function brokenBound(value: JsonValue, schema: JsonSchema): string | undefined {
  for (const [keyword, bound] of Object.entries(schema)) {
    if (Object.hasOwn(tests, keyword) && tests[keyword]?.(value, bound) === false) return keyword;
  }
  return undefined;
}

function areUnique(values: readonly JsonValue[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}
