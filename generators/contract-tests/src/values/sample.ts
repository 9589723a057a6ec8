/** A value that a schema accepts, made of its examples and limits. */
import {
  distinctValues,
  hasTwice,
  type ArraySchema,
  type JsonValue,
  type ObjectSchema,
  type Schema,
} from '@swas/generator-model';
import { mergeSchemas } from './merge-schemas.ts';
import { sampleText } from './sample-text.ts';
import type { SchemaTable } from './schema-table.ts';

/** Named schemas whose sample is being made: one that leads back to them is left out. */
type Open = readonly string[];

/**
 * A value of the schema: its example, else its default, else one built from its limits. Documents mask parts of their examples,
 * as in `i-bp67****`, which need not be what the schema allows.
 */
export const sample = (schema: Schema, table: SchemaTable): JsonValue => make(schema, table, []) ?? null;

/** `undefined` where a schema leads back into itself. */
function make(schema: Schema, table: SchemaTable, open: Open): JsonValue | undefined {
  const given = [schema.example, schema.default].find(
    (value) => value !== undefined && table.accepts(schema, value),
  );
  if (given !== undefined) return given;
  switch (schema.kind) {
    case 'string':
      return sampleText(schema);
    case 'number':
    case 'integer':
      return sampleNumber(schema);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'enum':
      return schema.values[0] ?? null;
    case 'array':
      return makeItems(schema, Math.max(1, schema.minItems ?? 1), table, open);
    case 'object':
      return makeObject(schema, table, open);
    case 'union':
    case 'intersection':
      return makeComposed(schema, table, open);
    case 'reference':
      return open.includes(schema.name)
        ? undefined
        : make(table.resolve(schema), table, [...open, schema.name]);
    case 'any':
      return 'value';
  }
}

function sampleNumber(schema: Schema & { readonly kind: 'number' | 'integer' }): number {
  const step = schema.multipleOf ?? 1;
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + step);
  const value = Math.ceil(low / step) * step;
  return schema.maximum !== undefined && value > schema.maximum ? schema.maximum : value;
}

/** Items that differ from each other where they are texts, numbers or listed values. */
export const sampleItems = (schema: ArraySchema, length: number, table: SchemaTable): JsonValue[] =>
  makeItems(schema, length, table, []);

function makeItems(schema: ArraySchema, length: number, table: SchemaTable, open: Open): JsonValue[] {
  const item = make(schema.items, table, open);
  if (item === undefined) return [];
  const resolved = table.resolve(schema.items);
  const listed = resolved.kind === 'enum' ? resolved.values : [];
  const items = Array.from({ length }, (_, index) => {
    if (index === 0) return item;
    const other =
      typeof item === 'string' ? `${item}${index}` : typeof item === 'number' ? item + index : item;
    return [listed[index] ?? item, other].findLast((value) => table.accepts(schema.items, value)) ?? item;
  });
  return schema.uniqueItems === true && hasTwice(items) ? distinct(schema, items, table, open) : items;
}

/** As many items that differ, where there are so many. */
function distinct(
  { items: schema }: ArraySchema,
  items: readonly JsonValue[],
  table: SchemaTable,
  open: Open,
): JsonValue[] {
  const making = {
    resolve: (one: Schema): Schema => table.resolve(one),
    make: (one: Schema): JsonValue | undefined => make(one, table, open),
  };
  const found = distinctValues(schema, items[0] ?? null, items.length, making);
  return items.map((item, index) => found[index] ?? item);
}

/** The required properties, and as many others as there have to be. */
function makeObject(schema: ObjectSchema, table: SchemaTable, open: Open): JsonValue {
  const { properties, additional, minProperties = 0 } = schema;
  const required = properties.filter((property) => property.required);
  const spare = properties.filter((property) => !property.required);
  const chosen = [...required, ...spare.slice(0, Math.max(0, minProperties - required.length))];
  const members = chosen.map(
    ({ name, schema: inside }) => [name, make(inside, table, open) ?? null] as const,
  );
  const more = additional === false ? 0 : Math.max(0, minProperties - chosen.length);
  const inside: Schema = typeof additional === 'boolean' ? { kind: 'string' } : additional;
  const extra = Array.from(
    { length: more },
    (_, index) => [`name${index + 1}`, make(inside, table, open) ?? null] as const,
  );
  return Object.fromEntries([...members, ...extra]);
}

/**
 * A value of one form may be of another, too, which `oneOf` does not allow, and that of one part of `allOf` may break another: the
 * first that is accepted, else the first of all. Later ones are made only if they are needed.
 */
function makeComposed(
  schema: Schema & { readonly kind: 'union' | 'intersection' },
  table: SchemaTable,
  open: Open,
): JsonValue | undefined {
  const merged =
    schema.kind === 'intersection' ? mergeSchemas(schema.members, (one) => table.resolve(one)) : undefined;
  if (merged !== undefined) return make(merged, table, open);
  let first: JsonValue | undefined;
  for (const member of schema.members) {
    const value = make(member, table, open);
    if (value === undefined) continue;
    if (table.accepts(schema, value)) return value;
    first ??= value;
  }
  return first;
}
