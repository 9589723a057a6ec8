/** Limits on how many names an object holds, and on the values of names that are not declared. */
import type { JsonValue, ObjectSchema } from '@swas/generator-model';
import { sample } from '../values/sample.ts';
import { constraintAt, count, type Constraint, type Place, type Sample } from './constraint.ts';

type Members = Readonly<Record<string, JsonValue>>;

/** Largest object that a case sends; a limit beyond it is not examined. */
const MAX_EXAMINED = 100;

const sizeOf = (members: Members): number => Object.keys(members).length;

/** An object of exactly so many names; `undefined` where its declared names do not allow that. */
function ofSize(place: Place, schema: ObjectSchema, members: Members, size: number): Sample | undefined {
  const needed = new Set(schema.properties.filter(({ required }) => required).map(({ name }) => name));
  const spare = Object.keys(members).filter((name) => !needed.has(name));
  const dropped = new Set(spare.slice(0, Math.max(0, sizeOf(members) - size)));
  const kept = Object.fromEntries(Object.entries(members).filter(([name]) => !dropped.has(name)));
  const value: Record<string, JsonValue> = { ...kept };
  const { additional } = schema;
  if (additional !== false) {
    for (let index = 1; sizeOf(value) < size; index += 1)
      value[`name${index}`] ??= additional === true ? 'x' : sample(additional, place.table);
  }
  return sizeOf(value) === size ? { label: size === 0 ? 'no name' : count(size, 'name'), value } : undefined;
}

const defined = (samples: readonly (Sample | undefined)[]): readonly Sample[] =>
  samples.filter((one) => one !== undefined);

function sizeConstraint(
  place: Place,
  schema: ObjectSchema,
  members: Members,
  keyword: 'minProperties' | 'maxProperties',
): readonly Constraint[] {
  const limit = schema[keyword];
  const isLeast = keyword === 'minProperties';
  if (limit === undefined || limit > MAX_EXAMINED || (isLeast && limit === 0)) return [];
  const at = (size: number): Sample | undefined => ofSize(place, schema, members, size);
  return [
    constraintAt(place, schema, {
      keyword,
      text: `holds at ${isLeast ? 'least' : 'most'} ${count(limit, 'name')}`,
      wrong: defined([at(isLeast ? limit - 1 : limit + 1)]),
      right: defined([at(limit), at(isLeast ? limit + 1 : limit - 1)]),
    }),
  ];
}

/** The limits of an object as a map. */
export function mapConstraints(place: Place, schema: ObjectSchema, members: Members): readonly Constraint[] {
  const { additional } = schema;
  const declared = new Set(schema.properties.map(({ name }) => name));
  const name = Object.keys(members).find((one) => !declared.has(one)) ?? 'name1';
  return [
    ...sizeConstraint(place, schema, members, 'minProperties'),
    ...sizeConstraint(place, schema, members, 'maxProperties'),
    ...(typeof additional === 'boolean'
      ? []
      : place.walk(additional, {
          ...place,
          path: `${place.path}.*`,
          value: members[name] ?? sample(additional, place.table),
          rebuild: (value) => place.rebuild({ ...members, [name]: value }),
          above: [...place.above, schema],
        })),
  ];
}
