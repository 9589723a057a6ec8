/** What went wrong: a JSON Schema keyword, or one of this package's own words for the request as text. */
export type IssueCode =
  | 'required'
  | 'additionalProperties'
  | 'type'
  | 'enum'
  | 'const'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'multipleOf'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems'
  | 'minProperties'
  | 'maxProperties'
  | 'anyOf'
  | 'oneOf'
  | 'false schema'
  /** The request nests deeper than 100 levels or holds more than 100,000 values. */
  | 'size'
  /** A value could not be read: its getter or proxy threw. */
  | 'unreadable'
  /** `fromQuery`: a parameter came more than once. */
  | 'repeated'
  /** `fromQuery`: the text of a parameter is not JSON. */
  | 'json';

/**
 * One reason why a request is refused. The first two members are what Standard Schema asks for.
 * `message`, `suggestion` and the other texts are computed when they are read.
 */
export interface Issue {
  /** A sentence in the words of the specification. Never holds the value of an idempotency token. */
  readonly message: string;
  /** Property names and array indices from the request to the value; of a missing property, its own place. */
  readonly path: readonly (string | number)[];
  /** The same as an RFC 6901 JSON Pointer into the request: `/ImageIds/1`. */
  readonly pointer: string;
  /** Pointer inside the decoded JSON when the parameter travels as JSON text: `/1`. */
  readonly jsonPointer: string | undefined;
  /** Wire name of the parameter concerned, also when it is missing or unknown; absent for the request itself. */
  readonly parameter: string | undefined;
  readonly code: IssueCode;
  /** The bound or the allowed values, for example `64` or `['Share', 'UnShare']`. */
  readonly limit: unknown;
  /** What was found: a length, a count, a type or the value itself. Absent where it would reveal a token. */
  readonly actual: unknown;
  /** The name or value that was probably meant. */
  readonly suggestion: string | undefined;
  /** URL of the page that documents the broken rule. */
  readonly documentation: string | undefined;
  /** `Code` that the server answers to such a request, when documented. */
  readonly serverCode: string | undefined;
}
