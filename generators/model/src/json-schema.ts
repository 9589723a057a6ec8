import type { ApiModel, JsonValue } from './api-model.ts';
import type { Schema } from './schema.ts';
import { present } from './optional.ts';

/** A JSON Schema 2020-12 document or part of one. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };

/**
 * A schema as plain JSON Schema 2020-12: restricting keywords only, without documentation. References point into `#/$defs`;
 * put `definitions(model)` there.
 */
export function toJsonSchema(schema: Schema): JsonSchema {
  const plain = withoutNull(schema);
  if (schema.nullable !== true) return plain;
  if (typeof plain['type'] === 'string') return { ...plain, type: [plain['type'], 'null'] };
  return { anyOf: [plain, { type: 'null' }] };
}

/** Every named schema of the model, for `$defs`. */
export function definitions(model: Pick<ApiModel, 'schemas'>): JsonSchema {
  return Object.fromEntries(model.schemas.map(({ name, schema }) => [name, toJsonSchema(schema)]));
}

/** The reference that `toJsonSchema` writes for a named schema. */
export function definitionPointer(name: string): string {
  return `#/$defs/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
}

function withoutNull(schema: Schema): JsonSchema {
  switch (schema.kind) {
    case 'any':
      return {};
    case 'boolean':
    case 'null':
      return { type: schema.kind };
    case 'string': {
      const { minLength, maxLength, pattern, format } = schema;
      return present({ type: 'string', minLength, maxLength, pattern, format });
    }
    case 'number':
    case 'integer': {
      const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
      return present({ type: schema.kind, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf });
    }
    case 'enum':
      return { enum: schema.values };
    case 'array': {
      const { minItems, maxItems, uniqueItems } = schema;
      return present({ type: 'array', items: toJsonSchema(schema.items), minItems, maxItems, uniqueItems });
    }
    case 'object':
      return objectSchema(schema);
    case 'union':
      return { [schema.mode === 'one' ? 'oneOf' : 'anyOf']: schema.members.map(toJsonSchema) };
    case 'intersection':
      return { allOf: schema.members.map(toJsonSchema) };
    case 'reference':
      return { $ref: definitionPointer(schema.name) };
  }
}

function objectSchema(schema: Extract<Schema, { kind: 'object' }>): JsonSchema {
  const { additional, minProperties, maxProperties } = schema;
  const required = schema.properties.filter((property) => property.required).map(({ name }) => name);
  return present({
    type: 'object',
    properties: Object.fromEntries(
      schema.properties.map(({ name, schema: value }) => [name, toJsonSchema(value)]),
    ),
    required: required.length === 0 ? undefined : required,
    additionalProperties:
      typeof additional === 'boolean' ? (additional ? undefined : false) : toJsonSchema(additional),
    minProperties,
    maxProperties,
  });
}
