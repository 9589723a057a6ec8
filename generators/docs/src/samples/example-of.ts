import type { JsonValue, Schema } from '@swas/generator-model';

/** The documented example, or the plainest value of that kind where the spec gives none. */
export function exampleOf(schema: Schema, example: JsonValue | undefined = schema.example): JsonValue {
  if (example !== undefined) return example;
  if (schema.default !== undefined) return schema.default;
  switch (schema.kind) {
    case 'enum':
      return schema.values[0] ?? '';
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return [exampleOf(schema.items)];
    case 'object':
      return Object.fromEntries(
        schema.properties
          .filter(({ required }) => required)
          .map((field) => [field.name, exampleOf(field.schema)]),
      );
    case 'union':
    case 'intersection':
      return schema.members[0] === undefined ? '' : exampleOf(schema.members[0]);
    case 'null':
      return null;
    default:
      return '';
  }
}
