/** Whether a schema accepts a value: JSON Schema's meaning, evaluated directly, since compiling costs more than it saves. */
import type { JsonValue } from '../api-model.ts';
import type { ArraySchema, NumberSchema, ObjectSchema, Property, Schema, StringSchema } from '../schema.ts';
import { hasFormat } from './formats.ts';
import { hasTwice } from './value-key.ts';

/** Looks a reference up. */
type Resolve = (schema: Schema) => Schema;

const within = (value: number, least: number | undefined, most: number | undefined): boolean =>
  value >= (least ?? -Infinity) && value <= (most ?? Infinity);

const expressions = new Map<string, RegExp>();

/** A pattern is asked hundreds of times. */
function compiled(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}

function acceptsString(schema: StringSchema, value: JsonValue): boolean {
  if (typeof value !== 'string' || !within([...value].length, schema.minLength, schema.maxLength))
    return false;
  return (
    (schema.pattern === undefined || compiled(schema.pattern).test(value)) && hasFormat(value, schema.format)
  );
}

function acceptsNumber(schema: NumberSchema, value: JsonValue): boolean {
  if (typeof value !== 'number' || (schema.kind === 'integer' && !Number.isInteger(value))) return false;
  return (
    within(value, schema.minimum, schema.maximum) &&
    value > (schema.exclusiveMinimum ?? -Infinity) &&
    value < (schema.exclusiveMaximum ?? Infinity) &&
    (schema.multipleOf === undefined || Number.isInteger(value / schema.multipleOf))
  );
}

function acceptsArray(schema: ArraySchema, value: JsonValue, resolve: Resolve): boolean {
  if (!Array.isArray(value) || !within(value.length, schema.minItems, schema.maxItems)) return false;
  if (schema.uniqueItems === true && hasTwice(value)) return false;
  return value.every((item: JsonValue) => accepts(schema.items, item, resolve));
}

const declarations = new WeakMap<ObjectSchema, ReadonlyMap<string, Property>>();

/** The properties by name. A schema is asked hundreds of times, and may have thousands. */
function declaredIn(schema: ObjectSchema): ReadonlyMap<string, Property> {
  const known =
    declarations.get(schema) ?? new Map(schema.properties.map((property) => [property.name, property]));
  declarations.set(schema, known);
  return known;
}

function acceptsObject(schema: ObjectSchema, value: JsonValue, resolve: Resolve): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  if (!within(members.length, schema.minProperties, schema.maxProperties)) return false;
  const declared = declaredIn(schema);
  return (
    members.every(([name, member]) => {
      const inside = declared.get(name)?.schema ?? schema.additional;
      return typeof inside === 'boolean' ? inside : accepts(inside, member, resolve);
    }) && schema.properties.every(({ name, required }) => !required || Object.hasOwn(value, name))
  );
}

/** Whether the value is valid. Of formats it knows what their texts look like, and no more. */
export function accepts(schema: Schema, value: JsonValue, resolve: Resolve): boolean {
  if (schema.nullable === true && value === null) return true;
  switch (schema.kind) {
    case 'string':
      return acceptsString(schema, value);
    case 'number':
    case 'integer':
      return acceptsNumber(schema, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'enum':
      return schema.values.some((allowed) => allowed === value);
    case 'array':
      return acceptsArray(schema, value, resolve);
    case 'object':
      return acceptsObject(schema, value, resolve);
    case 'union': {
      const matching = schema.members.filter((member) => accepts(member, value, resolve)).length;
      return schema.mode === 'one' ? matching === 1 : matching > 0;
    }
    case 'intersection':
      return schema.members.every((member) => accepts(member, value, resolve));
    case 'reference': {
      const target = resolve(schema);
      return target.kind === 'reference' || accepts(target, value, resolve);
    }
    case 'any':
      return true;
  }
}
