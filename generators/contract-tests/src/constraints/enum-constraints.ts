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
    // One side for each value is enough to tell whether white space is cut off.
    index % 2 === 0
      ? { label: `a space before ${value}`, value: ` ${value}` }
      : { label: `a space after ${value}`, value: `${value} ` },
  ];
}

const OTHERS: readonly Sample[] = [{ label: 'another word', value: 'Other' }];

/** The rule that only listed values are allowed. */
export function enumConstraints(place: Place, schema: EnumSchema): readonly Constraint[] {
  const texts = schema.values.filter((value) => typeof value === 'string');
  const candidates = [...texts.flatMap(nearMisses), ...OTHERS];
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
