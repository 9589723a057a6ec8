import type {
  JsonValue,
  NamedSchema,
  NumberSchema,
  ObjectSchema,
  Schema,
  StringSchema,
} from '@swas/generator-model';

/** Below this depth a recursive schema ends in its smallest value. */
const maxDepth = 6;

/** A value that the schema accepts: its example or default where it has one, else the smallest that fits. */
export function exampleOf(schema: Schema, schemas: readonly NamedSchema[], depth = 0): JsonValue {
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
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
      return exampleItems(schema.items, schema.minItems ?? 1, schemas, depth);
    case 'object':
      return exampleObject(schema, schemas, depth);
    case 'union':
      return schema.members[0] === undefined ? null : exampleOf(schema.members[0], schemas, depth);
    case 'intersection':
      return Object.assign({}, ...schema.members.map((member) => exampleOf(member, schemas, depth)));
    case 'reference': {
      const named = schemas.find(({ name }) => name === schema.name);
      return named === undefined || depth >= maxDepth ? null : exampleOf(named.schema, schemas, depth + 1);
    }
  }
}

function exampleText(schema: StringSchema): string {
  if (schema.format === 'date-time') return '2024-01-01T00:00:00Z';
  if (schema.format === 'date') return '2024-01-01';
  return 'text'.padEnd(schema.minLength ?? 0, 't').slice(0, schema.maxLength ?? Infinity);
}

function exampleNumber(schema: NumberSchema): number {
  const above = schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1;
  const below = schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - 1;
  return schema.minimum ?? above ?? Math.min(1, schema.maximum ?? below ?? 1);
}

function exampleItems(
  items: Schema,
  count: number,
  schemas: readonly NamedSchema[],
  depth: number,
): JsonValue {
  if (depth >= maxDepth) return [];
  return Array.from({ length: count }, () => exampleOf(items, schemas, depth + 1));
}

function exampleObject(schema: ObjectSchema, schemas: readonly NamedSchema[], depth: number): JsonValue {
  // Optional members of a deep object are left out: they are where recursion runs.
  const shown = schema.properties.filter(({ required }) => required || depth < maxDepth);
  return Object.fromEntries(
    shown.map(({ name, schema: member }) => [name, exampleOf(member, schemas, depth + 1)]),
  );
}
