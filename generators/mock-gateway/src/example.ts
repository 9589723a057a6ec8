import {
  accepts,
  distinctValues,
  type ArraySchema,
  type JsonValue,
  type NamedSchema,
  type ObjectSchema,
  type Schema,
} from '@swas/generator-model';
import { exampleNumber, exampleText } from './example-scalar.ts';

/** Where a value is made: the schemas that references can name, and those that are being made already. */
interface Place {
  readonly schemas: readonly NamedSchema[];
  readonly open: readonly string[];
}

/** A value that the schema accepts: its example or default where it has one that fits, else the smallest that does. */
export function exampleOf(schema: Schema, schemas: readonly NamedSchema[]): JsonValue {
  return make(schema, { schemas, open: [] }) ?? null;
}

/** Whether a value is one of the schema's. */
export function fitsSchema(schema: Schema, value: JsonValue, schemas: readonly NamedSchema[]): boolean {
  return accepts(schema, value, (inner) => resolve(inner, schemas));
}

/** `undefined` where a schema leads back into itself: whatever holds it leaves it out. */
function make(schema: Schema, place: Place): JsonValue | undefined {
  const given = [schema.example, schema.default].find(
    (value) => value !== undefined && fitsSchema(schema, value, place.schemas),
  );
  if (given !== undefined) return given;
  switch (schema.kind) {
    case 'string':
      return exampleText(schema);
    case 'number':
    case 'integer':
      return exampleNumber(schema);
    case 'boolean':
      return true;
    case 'null':
    case 'any':
      return null;
    case 'enum':
      return schema.values[0] ?? null;
    case 'array':
      return exampleItems(schema, place);
    case 'object':
      return exampleObject(schema, place);
    case 'union':
      return firstOf(schema.members, place);
    case 'intersection':
      return together(schema.members.map((member) => make(member, place)));
    case 'reference':
      return exampleReference(schema.name, place);
  }
}

/** What a reference stands for; another reference stays one. */
function resolve(schema: Schema, schemas: readonly NamedSchema[]): Schema {
  if (schema.kind !== 'reference') return schema;
  return schemas.find(({ name }) => name === schema.name)?.schema ?? schema;
}

/** What several schemas want at once: the members of all objects, or else the first value that there is. */
function together(values: readonly (JsonValue | undefined)[]): JsonValue | undefined {
  return values.every(isObject) ? Object.assign({}, ...values) : values.find((value) => value !== undefined);
}

function isObject(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(members: readonly Schema[], place: Place): JsonValue | undefined {
  for (const member of members) {
    const value = make(member, place);
    if (value !== undefined) return value;
  }
  return undefined;
}

function exampleReference(name: string, { schemas, open }: Place): JsonValue | undefined {
  const named = schemas.find((candidate) => candidate.name === name);
  if (named === undefined || open.includes(name)) return undefined;
  return make(named.schema, { schemas, open: [...open, name] });
}

function exampleItems({ items, minItems = 1, maxItems = Infinity, uniqueItems }: ArraySchema, place: Place) {
  const item = make(items, place);
  if (item === undefined) return [];
  const count = Math.min(minItems, maxItems);
  const making = {
    resolve: (one: Schema): Schema => resolve(one, place.schemas),
    make: (one: Schema): JsonValue | undefined => make(one, place),
  };
  const found = uniqueItems === true && count > 1 ? distinctValues(items, item, count, making) : [];
  return Array.from({ length: count }, (_, index) => found[index] ?? item);
}

function exampleObject(schema: ObjectSchema, place: Place): JsonValue {
  const { properties, additional, minProperties = 0, maxProperties = Infinity } = schema;
  const members = new Map<string, JsonValue>();
  const required = properties.filter((property) => property.required);
  const optional = properties.filter((property) => !property.required);
  for (const property of required) members.set(property.name, make(property.schema, place) ?? null);
  for (const property of optional) {
    const value = make(property.schema, place);
    if (value !== undefined && members.size < maxProperties) members.set(property.name, value);
  }
  const further = additional === false ? 0 : minProperties - members.size;
  for (let number = 1; number <= further; number += 1) {
    const value = typeof additional === 'boolean' ? 'text' : make(additional, place);
    members.set(`Name${number}`, value ?? null);
  }
  // In the order in which the schema has them.
  const names = [...new Set([...properties.map(({ name }) => name), ...members.keys()])];
  return Object.fromEntries(
    names.flatMap((name) => (members.has(name) ? [[name, members.get(name) ?? null]] : [])),
  );
}
