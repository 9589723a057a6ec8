/** Standard JSON Schema version 1 (https://standardschema.dev/json-schema): a request's JSON Schema on demand. */
export interface JsonSchemaSource {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly jsonSchema: {
      /** @throws {Error} for a target other than `draft-2020-12` and `draft-07`. */
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      /** The same as `input`: validation changes no value. */
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

/** Which JSON Schema is wanted. */
export interface JsonSchemaOptions {
  readonly target: string;
}

/** Wraps a JSON Schema of draft 2020-12. Every call answers a copy, so that a caller may change what it gets. */
export function jsonSchemaSource(schema: object): JsonSchemaSource {
  const convert = ({ target }: JsonSchemaOptions): Record<string, unknown> => {
    if (target === 'draft-2020-12') return JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
    if (target === 'draft-07') return draft07(schema);
    throw new Error(
      `Unsupported JSON Schema target ${JSON.stringify(target)}: use "draft-2020-12" or "draft-07".`,
    );
  };
  return { '~standard': { version: 1, vendor: 'swas', jsonSchema: { input: convert, output: convert } } };
}

/** Of the keywords that are emitted, draft 7 has all but the one for definitions, and references that have no neighbours. */
function draft07(schema: object): Record<string, unknown> {
  // A property may be called `$ref` as well, but what stands there is a schema and no text.
  const copy = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/definitions/') : value,
  ) as Record<string, unknown>;
  const { $schema: _, $defs: definitions, ...rest } = copy;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...rest,
    ...(definitions !== undefined && { definitions }),
  };
}
