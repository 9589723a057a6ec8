/** Values that a flattened parameter can say: an empty list or object leaves no trace on the wire. */
import type { JsonValue, ObjectSchema, Schema } from '@swas/generator-model';
import { mergeSchemas } from './merge-schemas.ts';
import { sample } from './sample.ts';
import type { SchemaTable } from './schema-table.ts';

/** Lists and objects filled one inside another. */
const DEEPEST = 16;

type Members = Readonly<Record<string, JsonValue>>;

/** The schema that says what is inside a value. */
function insideOf(schema: Schema, value: JsonValue, table: SchemaTable): Schema | undefined {
  const resolved = table.resolve(schema);
  if (resolved.kind === 'intersection') return mergeSchemas(resolved.members, (one) => table.resolve(one));
  if (resolved.kind !== 'union') return resolved;
  const member = resolved.members.find((one) => table.accepts(one, value));
  return member && table.resolve(member);
}

/** A member that an empty object may have. */
function someMember({ properties: [first], additional }: ObjectSchema, table: SchemaTable): Members {
  if (first !== undefined) return { [first.name]: sample(first.schema, table) };
  if (additional === false) return {};
  return { name1: additional === true ? 'value' : sample(additional, table) };
}

const schemaOf = ({ properties, additional }: ObjectSchema, name: string): Schema =>
  properties.find((property) => property.name === name)?.schema ??
  (typeof additional === 'boolean' ? { kind: 'any' } : additional);

/** The value with an item in each list, and a member in each object, that had none. */
export function filled(schema: Schema, value: JsonValue, table: SchemaTable, depth = 0): JsonValue {
  const inside = insideOf(schema, value, table);
  if (typeof value !== 'object' || value === null || inside === undefined || depth > DEEPEST) return value;
  const fill = (one: Schema, item: JsonValue): JsonValue => filled(one, item, table, depth + 1);
  if (inside.kind === 'array' && Array.isArray(value)) {
    const items: readonly JsonValue[] = value.length === 0 ? [sample(inside.items, table)] : value;
    return items.map((item) => fill(inside.items, item));
  }
  if (inside.kind !== 'object') return value;
  const members = Object.entries(Object.keys(value).length === 0 ? someMember(inside, table) : value);
  return Object.fromEntries(members.map(([name, member]) => [name, fill(schemaOf(inside, name), member)]));
}
