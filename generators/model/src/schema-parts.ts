import type { Schema } from './schema.ts';

/** Schemas directly inside a schema; what a reference leads to is not inside it. */
export function schemasInside(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'object': {
      const values = schema.properties.map((property) => property.schema);
      return typeof schema.additional === 'boolean' ? values : [...values, schema.additional];
    }
    case 'union':
    case 'intersection':
      return schema.members;
    default:
      return [];
  }
}

/** Names of the schemas that a schema refers to itself, in order and as often as it does; not those that these refer to. */
export const referencedNames = (schema: Schema): readonly string[] =>
  schema.kind === 'reference' ? [schema.name] : schemasInside(schema).flatMap(referencedNames);
