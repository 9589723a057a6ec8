import type { NamedSchema, ObjectSchema, Schema } from '@swas/generator-model';

const name = 'RequestId';
/** Length of the id that the gateway gives each answer. */
const length = 36;

/** Whether an answer of this schema can carry the id that the gateway gives each answer: a text of its own. */
export function takesRequestId(schema: Schema, schemas: readonly NamedSchema[], depth = 0): boolean {
  // Deeper than this, references go in a circle.
  if (depth > 16) return false;
  const within = (inner: Schema): boolean => takesRequestId(inner, schemas, depth + 1);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'object':
      return objectTakes(schema, schemas);
    case 'reference':
      return schemas.some((named) => named.name === schema.name && within(named.schema));
    case 'intersection':
      return schema.members.every(within);
    case 'union':
      // The answer is made from the first one.
      return schema.members.slice(0, 1).every(within);
    default:
      return false;
  }
}

function objectTakes({ properties, additional }: ObjectSchema, schemas: readonly NamedSchema[]): boolean {
  const declared = properties.find((property) => property.name === name)?.schema ?? additional;
  return typeof declared === 'boolean' ? declared : takesText(declared, schemas);
}

function takesText(schema: Schema, schemas: readonly NamedSchema[], depth = 0): boolean {
  const within = (inner: Schema): boolean => depth < 16 && takesText(inner, schemas, depth + 1);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'string':
      return (
        (schema.minLength ?? 0) <= length &&
        length <= (schema.maxLength ?? Infinity) &&
        (schema.format ?? 'uuid') === 'uuid' &&
        schema.pattern === undefined
      );
    case 'reference':
      return schemas.some((named) => named.name === schema.name && within(named.schema));
    case 'intersection':
      return schema.members.every(within);
    case 'union':
      return schema.members.some(within);
    default:
      return false;
  }
}
