import type { NumberSchema, Schema, StringSchema } from '../schema.ts';

/** Allowed values named at most. */
const mostNamed = 20;

const words = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join(', ');

function limits(least: number | undefined, most: number | undefined, unit: string): string | false {
  if (least === undefined && most === undefined) return false;
  if (least === undefined) return `at most ${most} ${unit}`;
  return most === undefined ? `at least ${least} ${unit}` : `${least} to ${most} ${unit}`;
}

function expectedText({ minLength, maxLength, pattern, patternText, format }: StringSchema): string {
  const rule = patternText === undefined ? `matching \`${pattern}\`` : `that must ${patternText}`;
  return words(
    'a text',
    limits(minLength, maxLength, 'characters'),
    format !== undefined && `of the format \`${format}\``,
    pattern !== undefined && rule,
  );
}

function expectedNumber(schema: NumberSchema): string {
  const { kind, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return words(
    kind === 'integer' ? 'a whole number' : 'a number',
    minimum !== undefined && `${minimum} or more`,
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    maximum !== undefined && `${maximum} or less`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
    multipleOf !== undefined && `a multiple of ${multipleOf}`,
  );
}

/** What a schema allows, in the words of a diagnostic; what lies inside is left out. */
export function expectedOf(schema: Schema): string {
  switch (schema.kind) {
    case 'string':
      return expectedText(schema);
    case 'number':
    case 'integer':
      return expectedNumber(schema);
    case 'boolean':
      return '`true` or `false`';
    case 'null':
      return '`null`';
    case 'enum': {
      const rest = schema.values.length - mostNamed;
      const named = schema.values.slice(0, mostNamed).map((value) => `\`${String(value)}\``);
      return named.join(', ') + (rest > 0 ? `, and ${rest} more` : '');
    }
    case 'array':
      return words('a list', limits(schema.minItems, schema.maxItems, 'items'));
    case 'object':
      return words('a mapping', limits(schema.minProperties, schema.maxProperties, 'properties'));
    case 'union':
      return [...new Set(schema.members.map(expectedOf))].join('; or ');
    case 'intersection':
      return [...new Set(schema.members.map(expectedOf))].join('; and ');
    case 'reference':
      return `a \`${schema.name}\``;
    case 'any':
      return 'anything';
  }
}
