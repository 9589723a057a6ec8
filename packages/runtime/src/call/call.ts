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
export const call = <Result>(
  connection: Connection,
  operation: OperationDescriptor,
  request: object,
  own: CallOptions = {},
  validator?: RequestValidator,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const settings = settingsOf(connection);
    const { timeout = settings.timeout ?? 60_000, maxAttempts = settings.maxAttempts ?? 4 } = own;
    const prepared = prepare(operation, request, settings, own.headers, validator);
    const deadline = startDeadline(operation.name, timeout, own.signal, reject);
    const repeat = async () => {
      for (;;) {
        try {
          // Checked against the spec as far as `required` says; the rest is the server's word.
          return (await attempt(settings, operation, prepared, deadline)) as Result;
        } catch (error) {
          await deadline.wait(retryDelay(error, operation, maxAttempts), error);
        }
      }
    };
    repeat().finally(deadline.close).then(resolve, reject);
  });
