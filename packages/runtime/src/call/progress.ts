import type { CallPhase, ConnectionError } from '../errors/errors.ts';
import type { TransportError } from '../transport/transport.ts';

/** How far a call got; all of its errors tell it. */
export interface Progress {
  readonly operation: string;
  readonly timeout: number;
  attempts: number;
  phase: CallPhase;
  mayHaveBeenSent: boolean;
}

/** Makes the error for an exchange without a complete answer; of nothing, for a call that is over. */
export type Failure = (error?: TransportError) => ConnectionError;

/** Has a function called when the call is over before its answer is there, with the caller's reason. */
export type OnAbort = (listener: (reason: unknown) => void) => void;
