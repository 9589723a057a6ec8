import type { Schema } from '@swas/generator-model';

const range = (unit: string, from: number | undefined, to: number | undefined): string[] => {
  if (from !== undefined && to !== undefined)
    return [from === to ? `exactly ${from} ${unit}` : `${from} to ${to} ${unit}`];
  if (to !== undefined) return [`at most ${to} ${unit}`];
  return from === undefined ? [] : [`at least ${from} ${unit}`];
};

function numberLimits(schema: Extract<Schema, { kind: 'number' | 'integer' }>): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
    ...(multipleOf === undefined ? [] : [`a multiple of ${multipleOf}`]),
  ];
}

function valueMeanings(schema: Extract<Schema, { kind: 'enum' }>): string[] {
  return Object.entries(schema.valueDescriptions).map(
    ([value, text]) => `\`${value}\`: ${text.replace(/\.$/, '')}`,
  );
}

function limits(schema: Schema): string[] {
  switch (schema.kind) {
    case 'string': {
      const pattern =
        schema.patternText ?? (schema.pattern === undefined ? undefined : `match ${schema.pattern}`);
      return [
        ...range('characters', schema.minLength, schema.maxLength),
        ...(pattern === undefined ? [] : [`must ${pattern}`]),
      ];
    }
    case 'number':
    case 'integer':
      return numberLimits(schema);
    case 'array':
      return [
        ...range('items', schema.minItems, schema.maxItems),
        ...(schema.uniqueItems === true ? ['no item twice'] : []),
      ];
    case 'enum':
      return valueMeanings(schema);
    default:
      return [];
  }
}

/** A schema's limits in words, for documentation; `undefined` when it has none. */
export function limitsText(schema: Schema): string | undefined {
  const given = limits(schema);
  return given.length === 0
    ? undefined
    : `${schema.kind === 'enum' ? 'Values' : 'Limits'}: ${given.join('; ')}.`;
}
