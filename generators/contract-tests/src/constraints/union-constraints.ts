/** Values of several forms: one of each form, and what is of none. */
import type { JsonValue, UnionSchema } from '@swas/generator-model';
import { sample } from '../values/sample.ts';
import { constraintAt, type Constraint, type Place, type Sample } from './constraint.ts';

/** More wrong values than this would say the same again. */
const MOST = 3;

const OTHERS: readonly JsonValue[] = ['Other', 0.5, -1];

const labelled = (value: JsonValue): Sample => ({
  label: typeof value === 'string' ? value : JSON.stringify(value),
  value,
});

/** Values that break a member's own limits; most of them break the others', too. */
function outsideOf(place: Place, schema: UnionSchema): readonly JsonValue[] {
  const alone = { ...place, path: '', rebuild: (value: JsonValue) => value, above: [...place.above, schema] };
  return schema.members.flatMap((member) =>
    place
      .walk(member, { ...alone, value: sample(member, place.table) })
      .filter(({ path }) => path === '')
      .flatMap(({ wrong }) => wrong.map(({ value }) => value)),
  );
}

/** The rule that a value has one of several forms. */
export function unionConstraints(place: Place, schema: UnionSchema): readonly Constraint[] {
  // Outside JSON a value is its text, which must not be of any form either.
  const isOutside = (value: JsonValue): boolean =>
    typeof value !== 'object' && ![value, String(value)].some((one) => place.table.accepts(schema, one));
  const wrong = [...new Set([...outsideOf(place, schema), ...OTHERS])].filter(isOutside).slice(0, MOST);
  const right = schema.members
    .map((member) => sample(member, place.table))
    .filter((value) => place.table.accepts(schema, value));
  return [
    constraintAt(place, schema, {
      keyword: schema.mode === 'one' ? 'oneOf' : 'anyOf',
      text: `has ${schema.mode === 'one' ? 'exactly one' : 'at least one'} of ${schema.members.length} forms`,
      wrong: wrong.map(labelled),
      right: right.map(labelled),
    }),
  ];
}
