/** A value that a schema accepts, made of its examples and limits. */
import type { JsonValue, ObjectSchema, Schema } from '@swas/generator-model';
import { sampleText } from './sample-text.ts';
import type { SchemaTable } from './schema-table.ts';

function sampleNumber(schema: Schema & { readonly kind: 'number' | 'integer' }): number {
  const step = schema.multipleOf ?? 1;
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + step);
  const value = Math.ceil(low / step) * step;
  return schema.maximum !== undefined && value > schema.maximum ? schema.maximum : value;
}

function sampleObject(schema: ObjectSchema, table: SchemaTable): JsonValue {
  const needed = schema.properties.filter((property) => property.required);
  return Object.fromEntries(needed.map((property) => [property.name, sample(property.schema, table)]));
}

function intersectionSample(members: readonly Schema[], table: SchemaTable): JsonValue {
  const values = members.map((member) => sample(member, table));
  const objects = values.filter((value) => typeof value === 'object' && value !== null);
  return objects.length === values.length ? Object.assign({}, ...objects) : (values[0] ?? null);
}

/** A value of the schema: its example, else its default, else one built from its limits. */
export function sample(schema: Schema, table: SchemaTable): JsonValue {
  const given = schema.example ?? schema.default;
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
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(schema.items, table));
    case 'object':
      return sampleObject(schema, table);
    case 'union':
      return schema.members[0] === undefined ? null : sample(schema.members[0], table);
    case 'intersection':
      return intersectionSample(schema.members, table);
    case 'reference':
      return sample(table.resolve(schema), table);
    case 'any':
      return 'value';
  }
}
