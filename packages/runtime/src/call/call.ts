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
 * @throws CallError in its subclasses
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
  const repeat = async (): Promise<Result> => {
    for (;;) {
      try {
        // Checked against the spec as far as `required` says; the rest is the server's word.
        return (await attempt(settings, operation, prepared, deadline)) as Result;
      } catch (error) {
        const maxAttempts = own.maxAttempts ?? settings.maxAttempts ?? 4;
        await deadline.wait(retryDelay(error, operation, maxAttempts), error);
      }
    }
  };
  try {
    return await Promise.race([repeat(), deadline.over]);
  } finally {
    deadline.close();
  }
}
