/** The model's named schemas, and whether a value is accepted by a schema. */
import { accepts, type JsonValue, type NamedSchema, type Schema } from '@swas/generator-model';

export interface SchemaTable {
  /** Follows references to the schema that they stand for. */
  resolve(schema: Schema): Schema;
  /** Whether a decoded value is valid. */
  accepts(schema: Schema, value: JsonValue): boolean;
  /** Name of the resource whose id the schema describes. */
  resourceOf(schema: Schema): string | undefined;
}

/** Looks schemas up by name. */
export function schemaTable(schemas: readonly NamedSchema[]): SchemaTable {
  const named = new Map(schemas.map(({ name, schema }) => [name, schema]));

  function resolve(schema: Schema, depth = 0): Schema {
    const target = schema.kind === 'reference' ? named.get(schema.name) : undefined;
    return target === undefined || depth > named.size ? schema : resolve(target, depth + 1);
  }

  return {
    resolve,
    accepts: (schema, value) => accepts(schema, value, (one) => resolve(one)),
    resourceOf: (schema) => schema.resource ?? resolve(schema).resource,
  };
}
