import { AbortError, ConnectionError, TimeoutError, type CallPhase } from '../errors/errors.ts';

/** The longest timer there is; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** The end of a logical call: its time is over or its caller gave up. Knows how far the call got, for the errors. */
export class Deadline {
  /** Requests begun. */
  attempts = 0;
  /** Whether a request may have reached the server, in any attempt. */
  mayHaveBeenSent = false;
  readonly #operation: string;
  readonly #timeout: number;
  readonly #end: number;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #onAbort = () => this.#expire(this.#caller!.reason);
  #earlier: unknown;
  #giveUp: (() => void) | undefined;

  constructor(operation: string, timeout: number, caller: AbortSignal | undefined) {
    this.#operation = operation;
    this.#timeout = timeout;
    this.#end = Date.now() + timeout;
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#expire(new Error('deadline')), Math.min(timeout, MAX_TIMER));
    if (caller?.aborted) this.#onAbort();
    caller?.addEventListener('abort', this.#onAbort);
  }

  /** For transports: aborts when the call ends. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for `work`, but not past the end of the call. */
  race<T>(work: Promise<T>, phase: CallPhase): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => reject(this.failure(phase, undefined));
      if (this.signal.aborted) this.#giveUp();
      work.then(resolve, reject);
    });
  }

  /** Waits `delay` ms before the next attempt; throws `error` at once when there is no time for another. */
  async wait(delay: number, error: unknown): Promise<void> {
    if (Date.now() + delay >= this.#end) throw error;
    this.#earlier = error;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, delay);
    });
    await this.race(pause, 'backoff').finally(() => clearTimeout(timer));
  }

  /** The error for an exchange without a complete answer. */
  failure(phase: CallPhase, cause: unknown): ConnectionError {
    this.mayHaveBeenSent ||= phase === 'headers' || phase === 'body';
    const { attempts, mayHaveBeenSent } = this;
    const details = { operation: this.#operation, attempts, phase, mayHaveBeenSent };
    const place = `(phase: ${phase}; attempts: ${attempts}; the request ${mayHaveBeenSent ? 'may have' : 'has not'} been sent)`;
    if (this.#caller?.aborted) return new AbortError(`aborted ${place}`, details, this.#caller.reason);
    if (!this.signal.aborted) return new ConnectionError(`${messageOf(cause)} ${place}`, details, cause);
    const timeout = this.#timeout;
    return new TimeoutError(
      `not done within ${timeout} ms ${place}`,
      Object.assign(details, { timeout }),
      this.#earlier,
    );
  }

  /** Frees the timer and the caller's signal. */
  close(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#onAbort);
  }

  #expire(reason: unknown): void {
    this.#controller.abort(reason);
    // The transport goes first, because only it knows the phase; one that ignores the signal gets no more time.
    setTimeout(() => this.#giveUp?.());
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
