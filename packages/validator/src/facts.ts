import type { Sentences } from './words.ts';

/** What the specification says about an operation besides the rules in its check. */
export interface OperationFacts {
  /** Wire name. */
  readonly name: string;
  /** URL of the operation's page. */
  readonly documentation?: string;
  /** `Code` answered to a missing parameter, `{Parameter}` standing for its name; absent when not documented. */
  readonly missingCode?: string;
  /** `Code` answered to an invalid parameter that documents no Code of its own. */
  readonly invalidCode?: string;
  readonly sentences: Sentences;
  /** Set where a parameter is flattened into several names. */
  readonly flat?: (facts: OperationFacts) => FlatReader;
  readonly parameters: Readonly<Record<string, ParameterFacts>>;
}

/** What the specification says about a parameter. */
export interface ParameterFacts {
  /** Set where the text of a query is not the value itself. */
  readonly decoder?: Decoder;
  /** URL, where it is not the operation's page. */
  readonly documentation?: string;
  readonly invalidCode?: string;
}

/** Turns the text of one parameter into its value. Returns the text itself when it cannot: the check then refuses it. */
export interface Decoder {
  /** Absent for `flat`. */
  readonly text?: (text: string) => unknown;
  /** Set when the value travels as JSON text: its bytes may be looked up by pointer. */
  readonly json?: true;
  /** A text that stands for a value, for people who sent one that does not. */
  readonly example?: string;
  /** For `flat`: from the names below the parameter's own. */
  readonly names?: (names: FlatNames) => unknown;
}

/** Puts flattened names together to values. */
export interface FlatReader {
  /** Undefined when the name belongs to no flattened parameter, false when it was there already. */
  readonly plant: (name: string, text: unknown) => boolean | undefined;
  /** Sets the values in the request. */
  readonly decode: (request: Record<string, unknown>) => void;
}

/** Flattened names as a tree: `Tag.1.Key=a` is `Tag` → `1` → `Key` with the text `a`. */
export interface FlatNames {
  text?: string;
  readonly children: Map<string, FlatNames>;
}

/** Facts of a parameter, if there is one of that name; never something inherited. */
export function parameterFacts(facts: OperationFacts, name: string | undefined): ParameterFacts | undefined {
  return name !== undefined && Object.hasOwn(facts.parameters, name) ? facts.parameters[name] : undefined;
}
