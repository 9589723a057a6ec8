/** The model's named schemas, and whether a value is accepted by a schema. */
import { definitions, toJsonSchema, type ApiModel, type JsonValue, type Schema } from '@swas/generator-model';
import { Ajv2020 } from 'ajv/dist/2020.js';

export interface SchemaTable {
  /** Follows references to the schema that they stand for. */
  resolve(schema: Schema): Schema;
  /** Whether a decoded value is valid. Compiles each schema once. */
  accepts(schema: Schema, value: JsonValue): boolean;
  /** Name of the resource whose id the schema describes. */
  resourceOf(schema: Schema): string | undefined;
}

/** Looks schemas up in a model. */
export function schemaTable(model: ApiModel): SchemaTable {
  const named = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const $defs = definitions(model);
  const compiled = new Map<Schema, (value: unknown) => boolean>();

  function resolve(schema: Schema, depth = 0): Schema {
    const target = schema.kind === 'reference' ? named.get(schema.name) : undefined;
    return target === undefined || depth > named.size ? schema : resolve(target, depth + 1);
  }

  function accepts(schema: Schema, value: JsonValue): boolean {
    const known = compiled.get(schema) ?? ajv.compile({ ...toJsonSchema(schema), $defs });
    compiled.set(schema, known);
    return known(value);
  }

  return { resolve, accepts, resourceOf: (schema) => schema.resource ?? resolve(schema).resource };
}
