/** What a run is told, passed from the command to the workers as plain data. */
import type { Level } from '../contract-case.ts';

/** Milliseconds after which a call counts as unanswered, where nobody says otherwise. */
export const DEFAULT_TIMEOUT = 10_000;

export interface RunSettings {
  /** Scheme, host and port. */
  readonly endpoint: string;
  /** Value of each server variable, for example the region. */
  readonly variables: Readonly<Record<string, string>>;
  /** Another value of a variable, which must differ from the run's own. */
  readonly others: Readonly<Record<string, string>>;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly securityToken?: string;
  };
  readonly level: Level;
  /** Whether cases that change something may run. What they need to change, if anything, is in `ids`. */
  readonly changes: boolean;
  /** Ids that may be used up, by resource. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** How many of the ids, counted from the end, are used only when the others are lost by failures. */
  readonly spare: number;
  /** Whether ids must be put back into their first state at the end. */
  readonly restore: boolean;
  /** Shortest time between two calls in milliseconds; 0 for none. */
  readonly interval: number;
  readonly seed: number;
  /** Milliseconds until a call counts as unanswered. */
  readonly timeout: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Settings of the contract run, set by the command. */
    contract: RunSettings;
  }
}
