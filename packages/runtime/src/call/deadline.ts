import {
  AbortError,
  ConnectionError,
  TimeoutError,
  type CallPhase,
  type FailureDetails,
} from '../errors/errors.ts';

/** The longest timer there is; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** How far a call got, for its errors. */
export interface Progress extends FailureDetails {
  attempts: number;
  phase: CallPhase;
  mayHaveBeenSent: boolean;
}

/** The end of a logical call: its time is over or its caller gave up. */
export interface Deadline {
  readonly progress: Progress;
  /** Whether it is over. */
  readonly isOver: () => boolean;
  /** For transports: has a function called when it is over. */
  readonly onAbort: (listener: (reason: unknown) => void) => void;
  /** Waits for work, but not past the end of the call. */
  race<T>(work: Promise<T>, phase: CallPhase): Promise<T>;
  /** Waits some ms before the next attempt; throws `error` at once when there is no time for another. */
  wait(delay: number, error: unknown): Promise<void>;
  /** The error for an exchange without a complete answer. */
  failure(cause: unknown, phase?: CallPhase): ConnectionError;
  /** Frees the timers and the caller's signal. */
  close(): void;
}

/** Starts the clock of a call. */
export function startDeadline(operation: string, timeout: number, caller: AbortSignal | undefined): Deadline {
  const end = Date.now() + timeout;
  const progress: Progress = { operation, attempts: 0, phase: 'credentials', mayHaveBeenSent: false };
  let isOver = false;
  let cancel: ((reason: unknown) => void) | undefined;
  let giveUp: (() => void) | undefined;
  let earlier: unknown;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const expire = () => {
    isOver = true;
    cancel?.(caller?.reason);
    // The transport goes first, because only it knows the phase; one that ignores the end gets no more time.
    setTimeout(() => giveUp?.());
  };
  const timer = setTimeout(expire, Math.min(timeout, MAX_TIMER));
  caller?.addEventListener('abort', expire);
  if (caller?.aborted) expire();

  const failure = (cause: unknown, phase = progress.phase): ConnectionError => {
    const mayHaveBeenSent = (progress.mayHaveBeenSent ||= phase === 'headers' || phase === 'body');
    const details = { ...progress, phase };
    const place = ` (phase: ${phase}, attempts: ${progress.attempts}, ${mayHaveBeenSent ? 'may have been' : 'not'} sent)`;
    if (caller?.aborted) return new AbortError(`aborted${place}`, details, caller.reason);
    if (!isOver) return new ConnectionError(((cause as Error)?.message ?? cause) + place, details, cause);
    return new TimeoutError(
      `not done in ${timeout} ms${place}`,
      Object.assign(details, { timeout }),
      earlier,
    );
  };

  const race = <T>(work: Promise<T>, phase: CallPhase): Promise<T> =>
    new Promise((resolve, reject) => {
      progress.phase = phase;
      giveUp = () => reject(failure(earlier));
      if (isOver) giveUp();
      work.then(resolve, reject);
    });

  const wait = (delay: number, error: unknown): Promise<void> => {
    if (Date.now() + delay >= end) throw error;
    earlier = error;
    const over = new Promise<void>((resolve) => {
      pause = setTimeout(resolve, delay);
    });
    return race(over, 'backoff');
  };

  const close = () => {
    clearTimeout(timer);
    clearTimeout(pause);
    caller?.removeEventListener('abort', expire);
  };
  const onAbort = (listener: (reason: unknown) => void) => {
    cancel = listener;
    if (isOver) expire();
  };
  return { progress, isOver: () => isOver, onAbort, race, wait, failure, close };
}
