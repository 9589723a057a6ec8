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
  /** Waits some ms before the next attempt; throws `error` at once when there is no time for another. */
  wait(delay: number, error: unknown): Promise<void>;
  /** The error for an exchange without a complete answer. */
  failure(cause?: unknown, phase?: CallPhase): ConnectionError;
  /** Frees the timers and the caller's signal. */
  close(): void;
}

/** Starts the clock of a call; `giveUp` ends it when whatever it waits for does not. */
export function startDeadline(
  operation: string,
  timeout: number,
  caller: AbortSignal | undefined,
  giveUp: (error: ConnectionError) => void,
): Deadline {
  const end = Date.now() + timeout;
  const progress = {
    operation,
    attempts: 0,
    phase: 'credentials',
    mayHaveBeenSent: false,
    timeout,
  } as Progress;
  let isOver = false;
  let cancel: ((reason: unknown) => void) | undefined;
  let earlier: unknown;
  let pause: ReturnType<typeof setTimeout>;

  const failure = (problem?: unknown, phase = progress.phase): ConnectionError => {
    const sent = (progress.mayHaveBeenSent ||= phase === 'headers' || phase === 'body');
    const [Kind, message, cause] = caller?.aborted
      ? [AbortError, 'aborted', caller.reason]
      : isOver
        ? [TimeoutError, `not done in ${timeout} ms`, earlier]
        : [ConnectionError, (problem as Error)?.message ?? problem, problem];
    return new Kind(
      `${message} (phase: ${phase}, attempts: ${progress.attempts}, ${sent ? 'may have been' : 'not'} sent)`,
      { ...progress, phase, ...(cause === undefined ? undefined : { cause }) },
    );
  };
  const close = () => {
    clearTimeout(timer);
    clearTimeout(pause);
    caller?.removeEventListener('abort', expire);
  };
  const expire = () => {
    isOver = true;
    close();
    cancel?.(caller?.reason);
    // The transport goes first, because only it knows the phase; one that ignores the end gets no more time.
    setTimeout(() => giveUp(failure()));
  };
  const timer = setTimeout(expire, Math.min(timeout, MAX_TIMER));
  caller?.addEventListener('abort', expire);
  if (caller?.aborted) expire();

  return {
    progress,
    isOver: () => isOver,
    failure,
    onAbort(listener) {
      cancel = listener;
      if (isOver) expire();
    },
    async wait(delay, error) {
      if (isOver || Date.now() + delay >= end) throw error;
      earlier = error;
      progress.phase = 'backoff';
      await new Promise((resolve) => {
        pause = setTimeout(resolve, delay);
      });
    },
    close,
  };
}
