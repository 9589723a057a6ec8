/** What every constraint of a parameter looks like to the cases. */
import type { JsonValue, Schema, Source } from '@swas/generator-model';
import type { SchemaTable } from '../values/schema-table.ts';

/** A decoded value and what is special about it, completing "sends …". */
export interface Sample {
  readonly label: string;
  readonly value: JsonValue;
}

/** One limit on a value, with values on both sides of it. */
export interface Constraint {
  /** Place in the decoded value: empty for the whole, `[]` for an item, `.Key` for a property. */
  readonly path: string;
  /** JSON Schema keyword, or `json` for the text itself. */
  readonly keyword: string;
  /** Completes "the value …": `has at most 64 characters`. */
  readonly text: string;
  readonly source?: Source;
  /** Values that break this limit only. */
  readonly wrong: readonly Sample[];
  /** Values at the limit and just inside it. */
  readonly right: readonly Sample[];
}

/** Where in a decoded value the walk is. */
export interface Place {
  readonly path: string;
  /** A valid value of this place. */
  readonly value: JsonValue;
  /** The whole parameter's value with another value at this place. */
  readonly rebuild: (value: JsonValue) => JsonValue;
  /** Whether the parameter's place in a call can carry a whole value as it is. */
  readonly canSay: (whole: JsonValue) => boolean;
  readonly table: SchemaTable;
  /** Schemas above this place: a recursive schema is walked once. */
  readonly above: readonly Schema[];
  /** Lists the constraints of a schema at a place; handed down, because arrays and objects walk on. */
  readonly walk: (schema: Schema, place: Place) => readonly Constraint[];
}

/** A constraint whose sample values stand at the place. */
export function constraintAt(
  place: Place,
  schema: Schema,
  limit: Omit<Constraint, 'path' | 'source'>,
): Constraint {
  const rebuilt = (samples: readonly Sample[]): readonly Sample[] =>
    samples.map(({ label, value }) => ({ label, value: place.rebuild(value) }));
  return {
    ...limit,
    path: place.path,
    ...(schema.source === undefined ? {} : { source: schema.source }),
    wrong: rebuilt(limit.wrong),
    right: rebuilt(limit.right),
  };
}

/** `1 item`, `2 items`. */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
