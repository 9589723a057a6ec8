import { CredentialsError } from '../errors/errors.ts';
import { sign } from '../signing/sign.ts';
import { TransportError, type TransportResponse } from '../transport/transport.ts';
import { readAnswer } from './answer.ts';
import type { Settings } from './connection.ts';
import { copyKeys } from './keys.ts';
import type { OperationDescriptor } from './operation.ts';
import type { PreparedRequest } from './prepare.ts';
import type { Failure, OnAbort, Progress } from './progress.ts';

/**
 * Signs and sends once. Each attempt has its own nonce, date and signature.
 *
 * @param begin is called before anything is sent; it throws when it is too late for that
 */
export async function attempt(
  { credentials: given, transport }: Settings,
  operation: OperationDescriptor,
  prepared: PreparedRequest,
  progress: Progress,
  begin: () => void,
  onAbort: OnAbort,
  failure: Failure,
): Promise<object> {
  progress.phase = 'credentials';
  let credentials = given;
  if (typeof credentials === 'function') {
    try {
      credentials = copyKeys(await credentials());
    } catch (cause) {
      const { message = cause, lookups } = Object(cause) as CredentialsError;
      throw new CredentialsError(`${message}`, { ...progress, lookups, cause });
    }
  }
  const [headers] = await sign(prepared, credentials);
  begin();
  let response: TransportResponse;
  try {
    response = await transport(Object.assign(new Outgoing(), prepared, { headers, onAbort }));
  } catch (error) {
    // Only a TransportError is believed about the phase: whether it is safe to send again depends on that.
    throw failure(error instanceof TransportError ? error : new TransportError('headers', error));
  }
  progress.mayHaveBeenSent = true;
  return readAnswer(operation, response, progress, credentials);
}

// A class, because an object literal with an accessor is slow to make.
class Outgoing {
  declare readonly onAbort: OnAbort;
  declare private controller?: AbortController;

  get signal(): AbortSignal {
    const controller = (this.controller ??= new AbortController());
    this.onAbort((reason) => controller.abort(reason));
    return controller.signal;
  }
}
