import type {
  ArraySchema,
  JsonValue,
  NamedSchema,
  NumberSchema,
  ObjectSchema,
  Schema,
  StringSchema,
} from '@swas/generator-model';

/** Where a value is made: the schemas that references can name, and those that are being made already. */
interface Place {
  readonly schemas: readonly NamedSchema[];
  readonly open: readonly string[];
}

/** A value that the schema accepts: its example or default where it has one, else the smallest that fits. */
export function exampleOf(schema: Schema, schemas: readonly NamedSchema[]): JsonValue {
  return make(schema, { schemas, open: [] }) ?? null;
}

/** `undefined` where a schema leads back into itself: whatever holds it leaves it out. */
function make(schema: Schema, place: Place): JsonValue | undefined {
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
      return exampleItems(schema, place);
    case 'object':
      return exampleObject(schema, place);
    case 'union':
      return firstOf(schema.members, place);
    case 'intersection':
      return Object.assign({}, ...schema.members.map((member) => make(member, place)));
    case 'reference':
      return exampleReference(schema.name, place);
  }
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

function exampleItems({ items, minItems = 1 }: ArraySchema, place: Place): JsonValue {
  const item = make(items, place);
  return item === undefined ? [] : Array.from({ length: minItems }, () => item);
}

function exampleObject({ properties }: ObjectSchema, place: Place): JsonValue {
  const members = properties.map(({ name, required, schema }) => {
    const value = make(schema, place);
    return [name, value === undefined && required ? null : value] as const;
  });
  return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
