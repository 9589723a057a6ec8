import { toJsonSchema, type JsonValue, type Schema } from '@swas/generator-model';
import { plain } from '../plain.ts';

const definitions = '#/$defs/';

/** JSON Schema's place of named schemas becomes OpenAPI's. */
function relocate(value: JsonValue, key = ''): JsonValue {
  if (typeof value === 'string')
    return key === '$ref' && value.startsWith(definitions)
      ? `#/components/schemas/${value.slice(definitions.length)}`
      : value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => relocate(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, relocate(item, name)]));
}

/** A schema with what the spec says about it and its properties, which `toJsonSchema` leaves out. */
export function describedSchema(schema: Schema): JsonValue {
  const base = relocate(toJsonSchema(schema)) as Readonly<Record<string, JsonValue>>;
  const { title, description, deprecated, example } = schema;
  return plain({ ...base, ...children(schema), title, description, deprecated, example });
}

function children(schema: Schema): Readonly<Record<string, JsonValue>> {
  if (schema.kind === 'array') return { items: describedSchema(schema.items) };
  if (schema.kind !== 'object') return {};
  const properties = schema.properties.map(
    (property) => [property.name, describedSchema(property.schema)] as const,
  );
  return properties.length === 0 ? {} : { properties: Object.fromEntries(properties) };
}
