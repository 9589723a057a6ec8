/**
 * The shape of the generated cases: plain data, so that a listing, a report and a run read the same thing.
 *
 * Texts of requests are templates: `{name}` stands for an input of the case, doubled braces for a brace.
 */

/** How far the rule of a case is from the operation's own pages. */
export type Level = 'documented' | 'linked' | 'gateway';

/** The levels from near to far: a run at one level holds the cases of those before it. */
export const LEVELS: readonly Level[] = ['documented', 'linked', 'gateway'];

/** Where a rule is documented. */
export interface CaseSource {
  readonly title: string;
  readonly url: string;
  readonly section: string;
  readonly row?: string;
}

/** A rule of the API. Several cases can examine one rule. */
export interface Rule {
  /** Dotted path, for example `Operation.Parameter.maxLength`. */
  readonly id: string;
  /** The rule in words. */
  readonly text: string;
  /** Absent for what holds for every answer of the family. */
  readonly source?: CaseSource;
  readonly level: Level;
}

/** One sequence of calls and what must come of it. */
export interface ContractCase {
  /** Unique: the rule's id, a slash and what this case does. */
  readonly id: string;
  /** What this case does, completing the rule. */
  readonly title: string;
  readonly rule: Rule;
  /** `none`: every call of the rule itself must be refused or only reads. */
  readonly effect: 'none' | 'changes';
  readonly inputs: readonly CaseInput[];
  readonly steps: readonly CaseStep[];
  /** States of the resource inputs after the last step, by input name, where they differ from before. */
  readonly after: Readonly<Record<string, string>>;
  /** Constraints and workflow steps that the case exercises; what its steps send and ask for is not repeated here. */
  readonly covers: readonly string[];
}

/** A value that a case needs from outside. */
export type CaseInput =
  | { readonly kind: 'resource'; readonly name: string; readonly resource: string; readonly state: string }
  /** Value of a server variable: the run's own, or (`other`) one that differs from it. */
  | { readonly kind: 'variable'; readonly name: string; readonly variable: string; readonly other: boolean }
  /** A text never used before, of exactly `length` characters, or a UUID. */
  | { readonly kind: 'unique'; readonly name: string; readonly length: number; readonly uuid?: true }
  /** Another input's value, changed a little. */
  | { readonly kind: 'variant'; readonly name: string; readonly of: string; readonly change: Change };

/** How a variant differs from the value that it is made of. */
export type Change =
  | 'letter-case'
  | 'upper-case'
  | 'first-character'
  | 'last-character'
  | 'shortened'
  | 'lengthened'
  | 'space-before'
  | 'space-after';

/** One call of a case. */
export interface CaseStep {
  readonly id: string;
  readonly description: string;
  /** Wire name of the operation. */
  readonly action: string;
  /** Template of each parameter's wire text, by wire name. */
  readonly query: Readonly<Record<string, string>>;
  readonly expect: Expectation;
  /** `setup`: brings a state about; `act`: the call that the rule is about; `proof`: shows the state afterwards. */
  readonly phase: 'setup' | 'act' | 'proof';
  /** A request that the gateway in front of the operation has to refuse, or a call by another method. */
  readonly tamper?: Tampering;
}

/** What is wrong with the request itself, whatever it asks for; the last two are right, only unusual. */
export type Tampering =
  | 'wrong-secret'
  | 'wrong-last-digit'
  | 'changed-value'
  | 'changed-after-signing'
  | 'unsigned'
  | 'empty-signature'
  | 'unsigned-action'
  | 'other-algorithm'
  | 'other-body'
  | 'unknown-access-key'
  | 'repeated-nonce'
  | 'no-nonce'
  | 'old-date'
  | 'future-date'
  | 'malformed-date'
  | 'no-date'
  | 'unknown-action'
  | 'no-action'
  | 'unknown-version'
  | 'no-version'
  | 'other-method'
  | 'put-method'
  | 'other-order'
  | 'earlier-date';

/** What the answer to a step must be. */
export type Expectation =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** `Code` of the body. */
      readonly code?: string;
      /** The documented texts of `Message`; any of them is right. */
      readonly messages?: readonly string[];
      /** RFC 6901 pointers into the body and the values there. */
      readonly body?: readonly { readonly pointer: string; readonly equals: JsonValue }[];
    }
  /** Any well-formed answer with a 4xx status: the documents name no code. */
  | { readonly kind: 'refusal' }
  /** Anything: the step only brings about a known state. */
  | { readonly kind: 'any' };

/** A call that moves a resource from one state to another; the harness reaches states and cleans up with them. */
export interface Move {
  readonly resource: string;
  readonly from: string;
  readonly to: string;
  readonly action: string;
  /** Templates with the inputs `{resource}` and `{variable}`. */
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
}

/** How ids are numbered: a text, and so many digits. */
export interface IdForm {
  readonly prefix: string;
  readonly digits: number;
}

/** What the harness knows of a kind of thing. */
export interface ResourceFacts {
  readonly initial: string;
  readonly absent: string;
  /** A documented id, to make up others of the same form. */
  readonly example: string;
  /** Of the ids that a mock gateway is given. */
  readonly form: IdForm;
}

/** What may be answered to an operation. */
export interface AnswerShape {
  readonly action: string;
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** JSON Schema 2020-12 of the body. */
  readonly schema?: JsonValue;
  /** How far the page is that documents the body. */
  readonly level: Level;
  /** Names of documented response headers, in lower case. */
  readonly headers: readonly string[];
}

/** Everything that the harness must know of the API besides the cases. */
export interface Catalogue {
  readonly title: string;
  readonly product: string;
  readonly version: string;
  readonly methods: Readonly<Record<string, string>>;
  /** Name of the client's method, by operation. */
  readonly clientMethods: Readonly<Record<string, string>>;
  /** How each parameter's wire text becomes the client's value, by operation and name. */
  readonly decoders: Readonly<Record<string, Readonly<Record<string, 'text' | 'json' | 'comma' | 'flat'>>>>;
  /** Where parameters go that are not in the query, by operation and name. */
  readonly locations: Readonly<Record<string, Readonly<Record<string, 'header' | 'form'>>>>;
  readonly idempotencyParameters: Readonly<Record<string, string>>;
  /** Allowed values and default of each server variable. */
  readonly variables: Readonly<
    Record<string, { readonly default: string; readonly values: readonly string[] }>
  >;
  readonly resources: Readonly<Record<string, ResourceFacts>>;
  readonly moves: readonly Move[];
  readonly answers: readonly AnswerShape[];
  /** `$defs` of the schemas in `answers`. */
  readonly definitions: JsonValue;
  /** Codes that mean: wait and try again. */
  readonly throttlingCodes: readonly string[];
  readonly coverage: {
    /** Every item of the specification that cases can exercise. */
    readonly items: readonly string[];
    /** Items that no call from outside can provoke, with the reason. */
    readonly unreachable: Readonly<Record<string, string>>;
  };
}

/** The cases of one emitted file. */
export interface Suite {
  readonly title: string;
  /** Name of the emitted file, without extension. */
  readonly file: string;
  readonly cases: readonly ContractCase[];
}

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
