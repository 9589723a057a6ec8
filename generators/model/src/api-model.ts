/**
 * The one intermediate representation that every generator reads.
 *
 * It holds meaning, not text: no generator sees YAML, resolves a `$ref` or decides a name. All values are plain
 * data, deeply readonly, and serialisable as JSON except that a recursive schema is a `reference` by name.
 */
import type { Operation } from './operation.ts';
import type { NamedSchema } from './schema.ts';
import type { Resource, Workflow } from './workflow.ts';

export type * from './operation.ts';
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

/**
 * A place in a file of the spec. Its line stands in `ApiModel.lines`: a line that is put in above changes it, and must not change what is
 * emitted for an operation below.
 */
export interface Place {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** RFC 6901 pointer of what carries the source. */
  readonly pointer: string;
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
  /** The line (1-based) of every place that a `Source` of the model names, by `file#pointer`. */
  readonly lines: Readonly<Record<string, number>>;
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
