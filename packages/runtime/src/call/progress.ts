import type { CallPhase } from '../errors/errors.ts';

/** How far a call got; all of its errors tell it. */
export interface Progress {
  readonly operation: string;
  readonly timeout: number;
  attempts: number;
  phase: CallPhase;
  mayHaveBeenSent: boolean;
}
