/** Standard JSON Schema version 1 (https://standardschema.dev/json-schema): a request's JSON Schema on demand. */
export interface JsonSchemaSource {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly jsonSchema: {
      /** @throws {Error} for a target other than `draft-2020-12`. */
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

/** Wraps a JSON Schema. Every call answers a copy, so that a caller may change what it gets. */
export function jsonSchemaSource(schema: object): JsonSchemaSource {
  const convert = ({ target }: JsonSchemaOptions): Record<string, unknown> => {
    if (target === 'draft-2020-12') return JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
    throw new Error(`Unsupported JSON Schema target ${JSON.stringify(target)}: use "draft-2020-12".`);
  };
  return { '~standard': { version: 1, vendor: 'swas', jsonSchema: { input: convert, output: convert } } };
}
