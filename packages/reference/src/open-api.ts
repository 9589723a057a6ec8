import type { JsonValue } from './json-value.ts';

/** An OpenAPI document as the reference page loads it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, JsonValue>>;
  readonly components: JsonValue;
}
