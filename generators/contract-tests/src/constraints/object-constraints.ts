/** Limits on objects: which properties there are, and what each is. */
import type { JsonValue, ObjectSchema, Property } from '@swas/generator-model';
import { sample } from '../values/sample.ts';
import { constraintAt, type Constraint, type Place } from './constraint.ts';
import { mapConstraints } from './map-constraints.ts';

type Members = Readonly<Record<string, JsonValue>>;

const membersOf = (value: JsonValue): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

const omit = (members: Members, name: string): Members =>
  Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));

function requiredConstraint(place: Place, schema: ObjectSchema, property: Property): Constraint {
  const inside = { ...place, path: `${place.path}.${property.name}` };
  return constraintAt(inside, schema, {
    keyword: 'required',
    text: 'is required',
    wrong: [{ label: `no ${property.name}`, value: omit(membersOf(place.value), property.name) }],
    right: [],
  });
}

function propertyConstraints(place: Place, schema: ObjectSchema, property: Property): readonly Constraint[] {
  const members = membersOf(place.value);
  return place.walk(property.schema, {
    ...place,
    path: `${place.path}.${property.name}`,
    value: members[property.name] ?? sample(property.schema, place.table),
    rebuild: (value) => place.rebuild({ ...members, [property.name]: value }),
    above: [...place.above, schema],
  });
}

/** The limits of an object and of its properties. */
export function objectConstraints(place: Place, schema: ObjectSchema): readonly Constraint[] {
  const closed = constraintAt(place, schema, {
    keyword: 'additionalProperties',
    text: 'holds declared names only',
    wrong: [{ label: 'an undeclared name', value: { ...membersOf(place.value), undeclaredName: 'x' } }],
    right: [],
  });
  return [
    ...schema.properties
      .filter((property) => property.required)
      .map((property) => requiredConstraint(place, schema, property)),
    ...(schema.additional === false ? [closed] : []),
    ...mapConstraints(place, schema, membersOf(place.value)),
    ...schema.properties.flatMap((property) => propertyConstraints(place, schema, property)),
  ];
}
