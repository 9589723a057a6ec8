/**
 * One operation as the generator tells it: what a valid call is, what limits each parameter, and what may come back. The cases on
 * limits and the catalogue are made of it when it is loaded, so that a limit is stated once and read with the texts on both its sides.
 */
import type {
  AnswerShape,
  CaseSource,
  CaseStep,
  ContractCase,
  Expectation,
  Level,
} from '../contract-case.ts';

/** Templates of the texts that are sent, by wire name. */
export type Query = CaseStep['query'];

/** Name of the resource that an operation's calls are about, in its templates. */
export const TARGET = 'target';

/** Where a rule is documented, and how far that is from the operation's own page. */
export interface RuleSource extends CaseSource {
  readonly level: Level;
}

/** A source that is on the operation's own page unless it names another. */
export interface NearSource extends Pick<RuleSource, 'section' | 'row'> {
  readonly page?: Pick<RuleSource, 'title' | 'url' | 'level'>;
}

/** Calls that show what state the target is in. */
export interface Proof {
  readonly steps: readonly Pick<CaseStep, 'description' | 'action' | 'query' | 'expect'>[];
  /** State of the target after them. */
  readonly after: string;
  /** Coverage items: steps of the workflow that tells it. */
  readonly covers: readonly string[];
}

/** The resource that the valid call is about. */
export interface Target {
  readonly resource: string;
  /** State that the call is valid in. */
  readonly state: string;
  /** State that the call brings about. */
  readonly after: string;
  /** True when workflows tell what the call does, so that it needs no case of its own. */
  readonly told: boolean;
  /** Shows that a call had no effect. */
  readonly unchanged?: Proof;
  /** Shows that a call took effect. */
  readonly changed?: Proof;
}

/** What is special about a value, and the text that carries it: none, the parameter's own, or one for each name below it. */
export type Sample = readonly [label: string, text?: string | Query];

/** A limit on a parameter's value. */
export interface Limit {
  /** Place in the decoded value: `[]` for an item, `.Key` for a property; absent for the whole. */
  readonly path?: string;
  /** JSON Schema keyword, or `json` for the text itself. */
  readonly keyword: string;
  /** Completes the parameter's name: `has at most 64 characters`. */
  readonly text: string;
  /** Where it is documented, when not where the parameter is. */
  readonly source?: NearSource;
  /** What cannot be read at all, so that no code is documented for it. */
  readonly unreadable?: readonly Sample[];
  /** What breaks this limit only. */
  readonly wrong?: readonly Sample[];
  /** What is at the limit and just inside it. */
  readonly right?: readonly Sample[];
}

/** A parameter and its limits. */
export interface TestedParameter {
  readonly name: string;
  /** How its wire text becomes the client's value. */
  readonly wire: 'text' | 'json' | 'comma' | 'flat';
  /** Absent for the query. */
  readonly location?: 'header' | 'form';
  readonly source?: NearSource;
  /** The documented answer to a wrong value; without it any refusal will do. */
  readonly refusal?: Expectation;
  readonly limits: readonly Limit[];
  /** A valid text, when no limit makes it be sent. */
  readonly optional?: string | Query;
}

/** Everything that the spec says of one operation and a call can show. */
export interface TestedOperation {
  /** Wire name. */
  readonly name: string;
  /** Name of the emitted files, without extension. */
  readonly fileName: string;
  readonly method: string;
  /** Name of the client's method. */
  readonly clientMethod: string;
  readonly effect: 'read' | 'write';
  readonly idempotencyParameter?: string;
  readonly source?: RuleSource;
  /** A valid request: every case changes it in one way. */
  readonly request: Query;
  /** Status of the answer to it. */
  readonly status: number;
  readonly target?: Target;
  readonly parameters: readonly TestedParameter[];
  readonly answers: readonly Omit<AnswerShape, 'action'>[];
  readonly errors: readonly { readonly status: number; readonly code: string }[];
  /** Cases on more than one parameter. */
  readonly cases?: readonly ContractCase[];
}
