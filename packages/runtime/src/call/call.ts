import { AbortError, ConnectionError, CredentialsError, TimeoutError } from '../errors/errors.ts';
import { sign } from '../signing/sign.ts';
import type { OnAbort } from '../transport/signal-of.ts';
import { TransportError } from '../transport/transport.ts';
import { readAnswer } from './answer.ts';
import { settingsOf, type CallOptions, type Connection } from './connection.ts';
import { copyKeys } from './keys.ts';
import type { OperationDescriptor } from './operation.ts';
import { Outgoing } from './outgoing.ts';
import { prepare, type RequestValidator } from './prepare.ts';
import type { Progress } from './progress.ts';
import { retryDelay } from './retry.ts';

/**
 * What tells an error that quotes a credentials file, as the official chain's does when it cannot read one, with all that is
 * secret in it: names of secret fields as such files spell them, which messages about missing settings do not.
 */
const quotedFile = /access_key_secret|sts_token|refresh_token/;

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
export function call<Result>(
  connection: Connection,
  operation: OperationDescriptor,
  request: object,
  own: CallOptions = {},
  validator?: RequestValidator,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settings = settingsOf(connection);
    const { signal, timeout = settings.timeout ?? 60_000, maxAttempts = settings.maxAttempts ?? 4 } = own;
    const progress: Progress = {
      operation: operation[0],
      timeout,
      attempts: 0,
      phase: 'request',
      mayHaveBeenSent: false,
    };
    const prepared = prepare(operation, request, settings, own, progress, validator);
    const span = Math.min(timeout, MAX_TIMER);
    const end = Date.now() + span;
    let isOver = false;
    const cancels: Parameters<OnAbort>[0][] = [];
    let earlier: unknown;
    let pause: ReturnType<typeof setTimeout>;

    const failure = (thrown?: unknown) => {
      // Only a TransportError is believed about the phase: whether it is safe to send again depends on that.
      const { phase, message, cause } =
        thrown instanceof TransportError ? thrown : new TransportError(progress.phase as 'headers', thrown);
      progress.phase = phase;
      progress.mayHaveBeenSent ||= /headers|body/.test(phase);
      const [Kind, problem, reason] = signal?.aborted
        ? [AbortError, 'aborted', signal.reason]
        : isOver
          ? [TimeoutError, `not done in ${timeout} ms`, earlier]
          : [ConnectionError, message, cause];
      const details = { ...progress, ...(reason !== undefined && { cause: reason }) };
      return new Kind(
        `${problem} (phase: ${phase}, ${progress.mayHaveBeenSent ? 'may have been' : 'not'} sent)`,
        details,
      );
    };
    const giveUp = () => reject(failure());
    const close = () => {
      clearTimeout(timer);
      clearTimeout(pause);
      signal?.removeEventListener('abort', expire);
    };
    const expire = () => {
      isOver = true;
      close();
      for (const cancel of cancels) cancel(signal?.reason);
      // A transport goes first, because only it knows the phase; one that ignores the end gets no more time.
      if (progress.phase === 'headers') setTimeout(giveUp);
      else giveUp();
    };
    const timer = setTimeout(expire, span);
    signal?.addEventListener('abort', expire);

    const onAbort: OnAbort = (listener) => {
      cancels.push(listener);
      if (isOver) expire();
    };
    /** Signs and sends once. Each attempt has its own nonce, date and signature. */
    const attempt = async () => {
      progress.phase = 'credentials';
      let { credentials } = settings;
      if (typeof credentials === 'function') credentials = copyKeys(await credentials());
      const [headers] = await sign(prepared, credentials);
      // Nobody waits for it any more.
      if (isOver) return;
      progress.attempts++;
      progress.phase = 'headers';
      const response = await settings.transport(
        Object.assign(new Outgoing(), prepared, { headers, onAbort }),
      );
      return readAnswer(operation, response, progress, credentials);
    };
    const explain = (thrown: unknown): unknown => {
      if (isOver || progress.phase === 'headers') return failure(thrown);
      if (progress.phase === 'body') return thrown;
      const { message = thrown, lookups } = Object(thrown) as CredentialsError;
      const refusal = quotedFile.test(message as string) && 'an error that quotes a credentials file';
      return new CredentialsError(refusal || `${message}`, {
        ...progress,
        lookups,
        cause: refusal || thrown,
      });
    };
    const repeat = async () => {
      for (;;) {
        try {
          // Checked against the spec as far as `required` says; the rest is the server's word.
          return (await attempt()) as Result;
        } catch (thrown) {
          const error = explain(thrown);
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
    const closed =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        close();
        settle(value);
      };
    if (signal?.aborted) expire();
    // Not `finally`, which takes as long as a signature.
    else repeat().then(closed(resolve), closed(reject));
  });
}
