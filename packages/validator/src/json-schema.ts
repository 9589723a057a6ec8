/** JSON Schemas of every operation's requests, by its method name. */
export * from './generated/json-schema.ts';
export type { JsonSchemaOptions, JsonSchemaSource } from './json-schema-source.ts';
