/** Lists of allowed values: each of them, and texts that come close. */
import type { EnumSchema } from '@swas/generator-model';
import { constraintAt, type Constraint, type Place, type Sample } from './constraint.ts';

/** Texts that a careless comparison takes for the value. */
function nearMisses(value: string, index: number): readonly Sample[] {
  // Whoever accepts upper case accepts any; a capital in another place may also be somebody's own spelling.
  const capitalized = value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();
  return [
    { label: `${value} in lower case`, value: value.toLowerCase() },
    capitalized === value
      ? { label: `${value} in upper case`, value: value.toUpperCase() }
      : { label: `${value} with one capital`, value: capitalized },
    // One side for each value is enough to tell whether white space is cut off; some patterns overlook a new line at the end.
    index % 2 === 0
      ? { label: `a space before ${value}`, value: ` ${value}` }
      : { label: `a new line after ${value}`, value: `${value}\n` },
  ];
}

/** The text with its first letter as wide as a Chinese character: the same only for whoever normalizes what is sent. */
const wide = (value: string): string =>
  value.replace(/[!-~]/u, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));

/** Texts that are like no value, or like several. */
const others = (values: readonly string[]): readonly Sample[] => [
  ...values.slice(0, 1).map((value) => ({ label: `${value} in wide letters`, value: wide(value) })),
  ...(values.length < 2 ? [] : [{ label: 'two values at once', value: values.slice(0, 2).join(',') }]),
  { label: 'another word', value: 'Other' },
];

/** The rule that only listed values are allowed. */
export function enumConstraints(place: Place, schema: EnumSchema): readonly Constraint[] {
  const texts = schema.values.filter((value) => typeof value === 'string');
  const candidates = [...texts.flatMap(nearMisses), ...others(texts)];
  const distinct = new Map(candidates.map((sample) => [sample.value, sample]));
  return [
    constraintAt(place, schema, {
      keyword: 'enum',
      text: `is one of ${schema.values.join(', ')}; letter case and white space count`,
      wrong: [...distinct.values()].filter((sample) => !place.table.accepts(schema, sample.value)),
      right: schema.values.map((value) => ({ label: String(value), value })),
    }),
  ];
}
