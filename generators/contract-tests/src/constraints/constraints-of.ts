/** Walks a schema and lists its constraints, each with values on both sides. */
import type { Schema } from '@swas/generator-model';
import { arrayConstraints } from './array-constraints.ts';
import { constraintAt, type Constraint, type Place } from './constraint.ts';
import { enumConstraints } from './enum-constraints.ts';
import { numberConstraints } from './number-constraints.ts';
import { objectConstraints } from './object-constraints.ts';
import { stringConstraints } from './string-constraints.ts';
import { unionConstraints } from './union-constraints.ts';

/** The constraints of a schema at a place of the decoded value. */
export function constraintsOf(schema: Schema, place: Place): readonly Constraint[] {
  if (place.above.includes(schema)) return [];
  switch (schema.kind) {
    case 'string':
      return stringConstraints(place, schema);
    case 'number':
    case 'integer':
      return numberConstraints(place, schema);
    case 'boolean':
      return [
        constraintAt(place, schema, {
          keyword: 'type',
          text: 'is true or false',
          wrong: [{ label: 'a word', value: 'maybe' }],
          right: [
            { label: 'true', value: true },
            { label: 'false', value: false },
          ],
        }),
      ];
    case 'enum':
      return enumConstraints(place, schema);
    case 'array':
      return arrayConstraints(place, schema);
    case 'object':
      return objectConstraints(place, schema);
    case 'intersection':
      return schema.members.flatMap((member) =>
        constraintsOf(member, { ...place, above: [...place.above, schema] }),
      );
    case 'reference':
      return constraintsOf(place.table.resolve(schema), { ...place, above: [...place.above, schema] });
    case 'union':
      return unionConstraints(place, schema);
    // They limit nothing that a text can break.
    case 'any':
    case 'null':
      return [];
  }
}
