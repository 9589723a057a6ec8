import { attempt } from './attempt.ts';
import { settingsOf, type CallOptions, type Connection } from './connection.ts';
import { Deadline } from './deadline.ts';
import type { OperationDescriptor } from './operation.ts';
import { prepare, type RequestValidator } from './prepare.ts';
import { isRetryable, retryDelay } from './retry.ts';

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
  options: CallOptions = {},
  validator?: RequestValidator,
): Promise<Result> {
  const settings = settingsOf(connection);
  const prepared = prepare(operation, request, { ...settings.headers, ...options.headers }, validator);
  const deadline = new Deadline(operation.name, options.timeout ?? settings.timeout, options.signal);
  const maxAttempts = options.maxAttempts ?? settings.maxAttempts;
  try {
    for (;;) {
      try {
        // Checked against the spec as far as `required` says; the rest is the server's word.
        return (await attempt(settings, operation, prepared, deadline)) as Result;
      } catch (error) {
        if (deadline.attempts >= maxAttempts || !isRetryable(error, operation)) throw error;
        await deadline.wait(retryDelay(error, deadline.attempts), error);
      }
    }
  } finally {
    deadline.close();
  }
}
