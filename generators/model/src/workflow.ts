/** The part of the model that the workflows file describes: rules about more than one call. */
import type { JsonValue, Source } from './api-model.ts';

/** A kind of thing that operations act on, with the states that it can be in. Declared in the workflows file. */
export interface Resource {
  readonly name: string;
  readonly states: readonly string[];
  /** State in which a pool hands it out. */
  readonly initial: string;
  /** State of one that does not exist. */
  readonly absent: string;
}

/** An Arazzo workflow: a rule about several calls. */
export interface Workflow {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly WorkflowInput[];
  readonly steps: readonly Step[];
  /** States of the resource inputs after the last step, by input name, where they differ from before. */
  readonly after: Readonly<Record<string, string>>;
  /** Set when passing proves that the input is in `state` and not in `excludes`. */
  readonly proof?: Proof;
  readonly source: Source;
}

/** What a proving workflow shows about one of its inputs. */
export interface Proof {
  readonly input: string;
  readonly state: string;
  readonly excludes: readonly string[];
}

/** A value that a workflow needs from outside. */
export type WorkflowInput =
  | { readonly kind: 'resource'; readonly name: string; readonly resource: string; readonly state: string }
  /** `other`: a value of the variable that differs from the run's own (another region). */
  | {
      readonly kind: 'server-variable';
      readonly name: string;
      readonly variable: string;
      readonly other: boolean;
    }
  /** A value never used before: a client token. `maxLength` in characters. */
  | { readonly kind: 'unique'; readonly name: string; readonly maxLength?: number };

/** One call of a workflow. */
export interface Step {
  readonly id: string;
  readonly description: string;
  /** `name` of the operation called. */
  readonly operation: string;
  /** Wire text of each parameter sent, by wire name. */
  readonly parameters: Readonly<Record<string, Template>>;
  readonly criteria: readonly Criterion[];
}

/** Text with values filled in at run time. A string part is literal. */
export type Template = readonly TemplatePart[];
export type TemplatePart = string | { readonly input: string };

/** What the answer to a step must be. */
export type Criterion =
  | { readonly kind: 'status'; readonly equals: number }
  /** `pointer` is an RFC 6901 pointer into the JSON body. */
  | { readonly kind: 'body'; readonly pointer: string; readonly equals: JsonValue };
