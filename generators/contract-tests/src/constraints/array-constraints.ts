/** Limits on arrays: how many items, and what each is. */
import type { ArraySchema, JsonValue } from '@swas/generator-model';
import { sample, sampleItems } from '../values/sample.ts';
import { constraintAt, count, type Constraint, type Place } from './constraint.ts';

/** Largest array that a case sends; a limit beyond it is not examined. */
const MAX_EXAMINED = 1000;

function sizeConstraint(place: Place, schema: ArraySchema, keyword: 'minItems' | 'maxItems'): Constraint[] {
  const limit = schema[keyword];
  if (limit === undefined || limit > MAX_EXAMINED || (keyword === 'minItems' && limit === 0)) return [];
  const outside = keyword === 'minItems' ? limit - 1 : limit + 1;
  const ofLength = (length: number) => ({
    label: length === 0 ? 'no item' : count(length, 'item'),
    value: sampleItems(schema, length, place.table),
  });
  return [
    constraintAt(place, schema, {
      keyword,
      text: `holds at ${keyword === 'minItems' ? 'least' : 'most'} ${count(limit, 'item')}`,
      wrong: [ofLength(outside)],
      right: [ofLength(limit)],
    }),
  ];
}

/** The limits of an array and of its items. */
export function arrayConstraints(place: Place, schema: ArraySchema): readonly Constraint[] {
  const items: readonly JsonValue[] = Array.isArray(place.value) ? place.value : [];
  const first = items[0] ?? sample(schema.items, place.table);
  const rest = items.slice(1);
  const unique = constraintAt(place, schema, {
    keyword: 'uniqueItems',
    text: 'holds no item twice',
    wrong: [{ label: 'an item twice', value: [first, first, ...rest] }],
    right: [],
  });
  return [
    ...sizeConstraint(place, schema, 'minItems'),
    ...sizeConstraint(place, schema, 'maxItems'),
    ...(schema.uniqueItems === true ? [unique] : []),
    ...place.walk(schema.items, {
      ...place,
      path: `${place.path}[]`,
      value: first,
      rebuild: (value) => place.rebuild([value, ...rest]),
      above: [...place.above, schema],
    }),
  ];
}
