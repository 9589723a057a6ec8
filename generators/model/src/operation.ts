/** One operation as the model holds it: what is sent, what comes back, and what the documents say of both. */
import type { JsonValue, Source } from './api-model.ts';
import type { ObjectSchema, Schema } from './schema.ts';

/** One operation (an "Action" in Alibaba Cloud's terms). */
export interface Operation {
  /** Wire name: `operationId`, `x-acs-action` and the façade's path. */
  readonly name: string;
  /** Unique camelCase JavaScript identifier derived from `name`, never a reserved word. */
  readonly methodName: string;
  /** Unique PascalCase TypeScript identifier derived from `name`: prefix of `…Request`, `…Result`, `…ErrorCode`. */
  readonly typeName: string;
  /** Unique kebab-case file name without extension. */
  readonly fileName: string;
  readonly method: 'GET' | 'POST';
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** In the order of the spec. */
  readonly parameters: readonly Parameter[];
  /** All parameters as one object of decoded values: the client's request type and the validator's schema. */
  readonly request: ObjectSchema;
  /** Body of the success response (the first 2xx). */
  readonly result: Schema;
  readonly responses: readonly Response[];
  /** Documented errors, in the order of the spec. */
  readonly errors: readonly OperationError[];
  /** `write` when a call can change something; also when the spec does not say, unless it is called by GET. */
  readonly effect: 'read' | 'write';
  /** Name of the parameter that makes a repeated call harmless (`ClientToken`). */
  readonly idempotencyParameter?: string;
  readonly ram?: RamAction;
  /** What the documents leave undecided; no case may assert it. */
  readonly openQuestions: readonly OpenQuestion[];
  /** What the documents state and no call can show. */
  readonly unchecked: readonly UncheckedStatement[];
  readonly source?: Source;
}

/** RAM authorization row of an operation's page. */
export interface RamAction {
  readonly action: string;
  readonly accessLevel?: string;
  readonly resource?: string;
  readonly source?: Source;
}

/** A documented statement that no contract case can check. */
export interface UncheckedStatement {
  /** In our own words. */
  readonly statement: string;
  /** Why no case checks it. */
  readonly reason: string;
  readonly source?: Source;
}

/** Something that the documents leave open, and what the emulator does about it. */
export interface OpenQuestion {
  readonly question: string;
  readonly choice: string;
}

/**
 * How a decoded value becomes wire text.
 * `plain`: a scalar as it is; `json`: JSON text in one value; `comma`: items joined by commas;
 * `flat`: `Name.1`, `Name.1.Key`, `Name.Key`.
 */
export type Serialization = 'plain' | 'json' | 'comma' | 'flat';

/** A request parameter. */
export interface Parameter {
  /** Wire name, used unchanged everywhere. */
  readonly name: string;
  readonly location: 'query' | 'header' | 'form';
  readonly serialization: Serialization;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  /** Schema of the decoded value: `ImageIds` is an array of strings, not a string. */
  readonly schema: Schema;
  /** Longest wire text in characters of a `json` parameter, when the spec limits it. */
  readonly maxTextLength?: number;
  /** Example as a decoded value. */
  readonly example?: JsonValue;
  /** Server variable whose value this parameter repeats (`RegionId` repeats `region`). */
  readonly serverVariable?: string;
  /** Code that the gateway answers to a value that breaks this parameter's schema, when documented. */
  readonly invalidCode?: string;
  readonly source?: Source;
}

/** A response by status: `200`, `4XX` or `default`. */
export interface Response {
  readonly status: string;
  readonly description: string;
  /** Absent when the response has no JSON body. */
  readonly schema?: Schema;
  /** Example bodies, in the order of the spec. */
  readonly examples: readonly NamedExample[];
  readonly headers: readonly ResponseHeader[];
}

/** An example body of a response. `default` names the one given by `example`. */
export interface NamedExample {
  readonly name: string;
  readonly value: JsonValue;
}

/** A documented response header. */
export interface ResponseHeader {
  readonly name: string;
  readonly description: string;
}

/** A documented error of an operation. */
export interface OperationError {
  readonly status: number;
  /** The body's `Code`. */
  readonly code: string;
  /** The body's `Message`, verbatim. */
  readonly message: string;
  /** In our own words: when it occurs. */
  readonly description: string;
  readonly source?: Source;
}
