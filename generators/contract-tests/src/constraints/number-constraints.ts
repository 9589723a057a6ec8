/** Limits on numbers, and texts that are no number. */
import type { JsonValue, NumberSchema } from '@swas/generator-model';
import { constraintAt, type Constraint, type Place } from './constraint.ts';

type Limit = readonly [
  keyword: string,
  value: number | undefined,
  text: string,
  outward: 1 | -1,
  open: boolean,
];

function limits(schema: NumberSchema): readonly Limit[] {
  return [
    ['minimum', schema.minimum, 'is at least', -1, false],
    ['maximum', schema.maximum, 'is at most', 1, false],
    ['exclusiveMinimum', schema.exclusiveMinimum, 'is greater than', -1, true],
    ['exclusiveMaximum', schema.exclusiveMaximum, 'is less than', 1, true],
  ];
}

const sampleOf = (value: JsonValue): { readonly label: string; readonly value: JsonValue } => ({
  label: String(value),
  value,
});

function limitConstraint(place: Place, schema: NumberSchema, limit: Limit): Constraint[] {
  const [keyword, value, text, outward, open] = limit;
  if (value === undefined) return [];
  const step = schema.multipleOf ?? 1;
  const outside = open ? value : value + outward * step;
  const first = open ? value - outward * step : value;
  return [
    constraintAt(place, schema, {
      keyword,
      text: `${text} ${value}`,
      wrong: [sampleOf(outside)],
      right: [sampleOf(first), sampleOf(first - outward * step)],
    }),
  ];
}

/** The limits of a number. */
export function numberConstraints(place: Place, schema: NumberSchema): readonly Constraint[] {
  const whole = schema.kind === 'integer';
  const middle = typeof place.value === 'number' ? place.value : 1;
  const type = constraintAt(place, schema, {
    keyword: 'type',
    text: whole ? 'is a whole number' : 'is a number',
    wrong: [{ label: 'a word', value: 'ten' }, ...(whole ? [sampleOf(middle + 0.5)] : [])],
    right: [],
  });
  const multiple = (step: number): Constraint =>
    constraintAt(place, schema, {
      keyword: 'multipleOf',
      text: `is a multiple of ${step}`,
      // A whole number stays whole, so that it breaks this rule only.
      wrong: [sampleOf(whole && step > 1 ? middle + 1 : middle + step / 2)],
      right: [],
    });
  return [
    type,
    ...limits(schema).flatMap((limit) => limitConstraint(place, schema, limit)),
    ...(schema.multipleOf === undefined ? [] : [multiple(schema.multipleOf)]),
  ];
}
