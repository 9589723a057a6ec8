/**
 * The one intermediate representation that every generator reads.
 *
 * It holds meaning, not text: no generator sees YAML, resolves a `$ref` or decides a name. All values are plain
 * data, deeply readonly, and serialisable as JSON except that a recursive schema is a `reference` by name.
 */
import type { Schema, ObjectSchema, NamedSchema } from './schema.ts';
import type { Resource, Workflow } from './workflow.ts';

export type * from './workflow.ts';

/** How far a rule is from the operation's own pages; also the meaning of `--level` of the contract suite. */
export type Level = 'documented' | 'linked' | 'gateway';

/** A documentation page, declared once under `x-pages` in the spec. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** `documented`: an operation's own page; `linked`: a page it links to; `gateway`: behaviour common to all products. */
  readonly level: Level;
}

/** Where a fact is documented. Written `x-source: { page, section, row }` in the spec. */
export interface Source {
  readonly page: Page;
  readonly section: string;
  /** Row of a table or sentence of a section, when the section holds more than one fact. */
  readonly row?: string;
  /** Where the spec says it. */
  readonly place: Place;
}

/** A place in a file of the spec. */
export interface Place {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** RFC 6901 pointer of what carries the source. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
}

/** A whole API: one product in one version. */
export interface ApiModel {
  readonly title: string;
  readonly description: string;
  /** Product code of the gateway, for example `swas-open`. */
  readonly product: string;
  /** API version on the wire (`x-acs-version`), for example `2020-06-01`. */
  readonly version: string;
  readonly pages: readonly Page[];
  readonly servers: readonly Server[];
  /** In the order of the spec. */
  readonly operations: readonly Operation[];
  /** Every entry of `components.schemas` that an operation reaches, in the order of the spec. */
  readonly schemas: readonly NamedSchema[];
  /** Answers of the common gateway, for all operations. */
  readonly gatewayErrors: readonly GatewayError[];
  readonly resources: readonly Resource[];
  readonly workflows: readonly Workflow[];
}

/** An endpoint template. The façade speaks `POST /<Action>`; the others speak the real wire. */
export interface Server {
  readonly network: 'facade' | 'public' | 'vpc';
  /** URL with `{name}` placeholders, for example `https://swas.{region}.aliyuncs.com`. */
  readonly url: string;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
}

/** A placeholder of a server URL. */
export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  /** Empty when any value is allowed. */
  readonly values: readonly string[];
}

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

/**
 * An answer of the common gateway. `code` and `message` may hold `{Parameter}`, which stands for the parameter's name.
 */
export interface GatewayError {
  /** What causes it, as a kebab-case key that the emulator looks up: `missing-parameter`, `signature-mismatch`, … */
  readonly condition: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** True when the documents do not fix status, code or message and the emulator chose. Never asserted then. */
  readonly open: boolean;
  readonly source?: Source;
}

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
