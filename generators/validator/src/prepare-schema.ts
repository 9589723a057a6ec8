import { UnsupportedError } from '@swas/generator-kit';
import { definitionPointer, toJsonSchema } from '@swas/generator-model';
import type { ApiModel, JsonSchema, JsonValue, Schema } from '@swas/generator-model';
import { supportedFormats } from './formats.ts';

/** Schemas as ajv compiles them: references by short ids, which no text of the spec can disturb. */
export interface Preparation {
  /** @param place whose schema it is, for the message. @throws UnsupportedError */
  readonly prepare: (schema: Schema, place: string) => JsonSchema;
  /** Id under which a named schema is compiled, when it is compiled on its own. */
  readonly idOf: (name: string) => string | undefined;
}

/** Kinds that are cheaper to repeat in place than to call. None of them can refer to another schema. */
const leaves = new Set<Schema['kind']>(['string', 'number', 'integer', 'boolean', 'null', 'enum', 'any']);

/** Decides which references are written out in place and which become a function of their own. */
export function prepareSchemas(model: Pick<ApiModel, 'schemas'>): Preparation {
  const targets = new Map<string, JsonSchema>();
  const ids = new Map<string, string>();
  model.schemas.forEach(({ name, schema }, index) => {
    const leaf = leaves.has(schema.kind);
    if (!leaf) ids.set(name, `s${index}`);
    targets.set(
      definitionPointer(name),
      leaf ? simplify(toJsonSchema(schema), new Map()) : { $ref: `s${index}` },
    );
  });
  const prepared = new WeakMap<Schema, JsonSchema>();
  return {
    prepare(schema, place) {
      const known = prepared.get(schema) ?? at(place, () => simplify(toJsonSchema(schema), targets));
      prepared.set(schema, known);
      return known;
    },
    idOf: (name) => ids.get(name),
  };
}

/** Puts the place before what cannot be expressed there. */
function at<Result>(place: string, prepare: () => Result): Result {
  try {
    return prepare();
  } catch (error) {
    throw error instanceof UnsupportedError ? new UnsupportedError(`${place}: ${error.message}`) : error;
  }
}

function simplify(schema: JsonSchema, targets: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const pointer = schema['$ref'];
  if (typeof pointer === 'string') return target(pointer, targets);
  const result = Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      // Other formats are annotations, as JSON Schema 2020-12 has them by default.
      if (keyword === 'format' && !supportedFormats.has(String(value))) return [];
      return [[keyword, simplifyKeyword(keyword, value, targets)]];
    }),
  );
  return nullableEnum(result) ?? result;
}

function target(pointer: string, targets: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const found = targets.get(pointer);
  if (found === undefined) {
    throw new Error(
      `Cannot compile the reference ${JSON.stringify(pointer)}: the model has no such schema. Declare it under components.schemas.`,
    );
  }
  return found;
}

function simplifyKeyword(
  keyword: string,
  value: JsonValue,
  targets: ReadonlyMap<string, JsonSchema>,
): JsonValue {
  if (keyword === 'properties') {
    return Object.fromEntries(
      Object.entries(value as JsonSchema).map(([name, schema]) => [
        supportedName(name),
        simplify(schema as JsonSchema, targets),
      ]),
    );
  }
  if (keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf') {
    return (value as readonly JsonSchema[]).map((member) => simplify(member, targets));
  }
  const isSchema = keyword === 'items' || (keyword === 'additionalProperties' && typeof value === 'object');
  return isSchema ? simplify(value as JsonSchema, targets) : value;
}

/** ajv leaves this one name out of `properties`, so that its values would pass unchecked. */
function supportedName(name: string): string {
  if (name !== '__proto__') return name;
  throw new UnsupportedError(
    'a property named "__proto__" cannot be validated. Rename it, or allow it through additionalProperties.',
  );
}

/** `enum` or null, as one enum: one issue with all allowed values. */
function nullableEnum(schema: JsonSchema): JsonSchema | undefined {
  const members = schema['anyOf'] as readonly JsonSchema[] | undefined;
  const [first, second] = members ?? [];
  if (members?.length !== 2 || first === undefined || second === undefined) return undefined;
  const values = first['enum'] as readonly JsonValue[] | undefined;
  return values !== undefined && second['type'] === 'null' ? { enum: [...values, null] } : undefined;
}
