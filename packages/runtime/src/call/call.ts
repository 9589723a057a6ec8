import { attempt } from './attempt.ts';
import { settingsOf, type CallOptions, type Connection } from './connection.ts';
import { startDeadline } from './deadline.ts';
import type { OperationDescriptor } from './operation.ts';
import { prepare, type RequestValidator } from './prepare.ts';
import { retryDelay } from './retry.ts';

/**
 * Calls an operation: validates, signs, sends, and repeats where that is safe, until it succeeds, fails for good or the
 * deadline passes.
 *
 * @throws CallError in its subclasses; CredentialsError when there are no credentials
 */
export async function call<Result>(
  connection: Connection,
  operation: OperationDescriptor,
  request: object,
  own: CallOptions = {},
  validator?: RequestValidator,
): Promise<Result> {
  const settings = settingsOf(connection);
  const prepared = prepare(operation, request, settings, own.headers, validator);
  const deadline = startDeadline(operation.name, own.timeout ?? settings.timeout ?? 60_000, own.signal);
  try {
    for (;;) {
      try {
        // Checked against the spec as far as `required` says; the rest is the server's word.
        return (await attempt(settings, operation, prepared, deadline)) as Result;
      } catch (error) {
        const { attempts } = deadline.progress;
        const delay = retryDelay(error, operation, attempts);
        const isLast = attempts >= (own.maxAttempts ?? settings.maxAttempts ?? 4);
        if (delay === undefined || isLast || deadline.isOver()) throw error;
        await deadline.wait(delay, error);
      }
    }
  } finally {
    deadline.close();
  }
}
