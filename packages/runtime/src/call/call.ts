import { AbortError, ConnectionError, TimeoutError } from '../errors/errors.ts';
import type { TransportError } from '../transport/transport.ts';
import { attempt } from './attempt.ts';
import { settingsOf, type CallOptions, type Connection } from './connection.ts';
import type { OperationDescriptor } from './operation.ts';
import { prepare, type RequestValidator } from './prepare.ts';
import type { Failure, OnAbort, Progress } from './progress.ts';
import { retryDelay } from './retry.ts';

/** The longest timer there is; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Calls an operation: validates, signs, sends, and repeats where that is safe, until it succeeds, fails for good or the
 * deadline passes.
 *
 * One closure holds the whole state of a call: what is passed around in objects costs every program that bundles it.
 *
 * @throws CallError in its subclasses
 */
export const call = <Result>(
  connection: Connection,
  operation: OperationDescriptor,
  request: object,
  own: CallOptions = {},
  validator?: RequestValidator,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const settings = settingsOf(connection);
    const { signal, timeout = settings.timeout ?? 60_000, maxAttempts = settings.maxAttempts ?? 4 } = own;
    const progress: Progress = {
      operation: operation[0],
      timeout,
      attempts: 0,
      phase: 'credentials',
      mayHaveBeenSent: false,
    };
    const prepared = prepare(operation, request, settings, own, progress, validator);
    const end = Date.now() + timeout;
    let isOver = false;
    let cancel: Parameters<OnAbort>[0] | undefined;
    let earlier: unknown;
    let pause: ReturnType<typeof setTimeout>;

    const failure: Failure = (error) => {
      const { phase = progress.phase, message, cause } = Object(error) as Partial<TransportError>;
      progress.phase = phase;
      progress.mayHaveBeenSent ||= /headers|body/.test(phase);
      const [Kind, problem, reason] = signal?.aborted
        ? [AbortError, 'aborted', signal.reason]
        : isOver
          ? [TimeoutError, `not done in ${timeout} ms`, earlier]
          : [ConnectionError, message, cause];
      const sent = progress.mayHaveBeenSent ? 'may have been' : 'not';
      const details = { ...progress, ...(reason !== undefined && { cause: reason }) };
      return new Kind(`${problem} (phase: ${phase}, ${sent} sent)`, details);
    };
    const close = () => {
      clearTimeout(timer);
      clearTimeout(pause);
      signal?.removeEventListener('abort', expire);
    };
    const expire = () => {
      isOver = true;
      close();
      cancel?.(signal?.reason);
      // The transport goes first, because only it knows the phase; one that ignores the end gets no more time.
      setTimeout(() => reject(failure()));
    };
    const timer = setTimeout(expire, Math.min(timeout, MAX_TIMER));
    signal?.addEventListener('abort', expire);
    if (signal?.aborted) expire();

    const begin = () => {
      if (isOver) throw failure();
      progress.attempts++;
      progress.phase = 'headers';
    };
    const onAbort: OnAbort = (listener) => {
      cancel = listener;
      if (isOver) expire();
    };
    const repeat = async () => {
      for (;;) {
        try {
          // Checked against the spec as far as `required` says; the rest is the server's word.
          return (await attempt(settings, operation, prepared, progress, begin, onAbort, failure)) as Result;
        } catch (error) {
          const delay = retryDelay(error, operation, maxAttempts);
          if (isOver || Date.now() + delay >= end) throw error;
          earlier = error;
          progress.phase = 'backoff';
          await new Promise((proceed) => {
            pause = setTimeout(proceed, delay);
          });
        }
      }
    };
    repeat().finally(close).then(resolve, reject);
  });
