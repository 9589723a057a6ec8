import type { Sentences } from './words.ts';

/** What the specification says about an operation besides the rules in its check. */
export interface OperationFacts {
  /** URL of the operation's page. */
  readonly page?: string;
  readonly sentences: Sentences;
  /** Every parameter. */
  readonly parameters: Named<ParameterFacts>;
}

/** Something by a parameter's name, null for nothing. With `__proto__: null`, so that nothing inherited is a parameter. */
export type Named<T> = Readonly<Record<string, T | null>>;

/** What the specification says about a parameter. */
export interface ParameterFacts {
  /** Set when the value travels as JSON text, whose parts are looked up by pointer. */
  readonly json?: true;
  /** URL, where it is not the operation's page. */
  readonly page?: string;
  /** `Code` answered when it is missing, where one is documented. */
  readonly missing?: string;
  /** `Code` answered when it is invalid, where one is documented. */
  readonly invalid?: string;
}
