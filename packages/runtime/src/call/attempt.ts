import { CredentialsError } from '../errors/errors.ts';
import { sign, urlOf } from '../signing/sign.ts';
import { TransportError } from '../transport/transport.ts';
import type { TransportRequest, TransportResponse } from '../transport/transport.ts';
import { readAnswer } from './answer.ts';
import type { Settings } from './connection.ts';
import type { Deadline } from './deadline.ts';
import { copyKeys } from './keys.ts';
import type { OperationDescriptor } from './operation.ts';
import type { PreparedRequest } from './prepare.ts';

/** Signs and sends once. Each attempt has its own nonce, date and signature. */
export async function attempt(
  { credentials: given, transport }: Settings,
  operation: OperationDescriptor,
  prepared: PreparedRequest,
  { progress, isOver, onAbort, failure }: Deadline,
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
  if (isOver()) throw failure();
  progress.attempts++;
  progress.phase = 'headers';
  const { method, body } = prepared;
  const outgoing = new Outgoing({ method, url: urlOf(prepared), headers, body, onAbort });
  let response: TransportResponse;
  try {
    response = await transport(outgoing);
  } catch (error) {
    throw error instanceof TransportError ? failure(error.cause, error.phase) : failure(error);
  }
  progress.mayHaveBeenSent = true;
  return readAnswer(operation, response, progress.attempts, credentials);
}

// A class, because an object literal with an accessor is slow to make.
class Outgoing implements TransportRequest {
  declare readonly method: string;
  declare readonly url: string;
  declare readonly headers: TransportRequest['headers'];
  declare readonly onAbort: Deadline['onAbort'];
  declare private controller?: AbortController;

  constructor(request: Omit<TransportRequest, 'signal'>) {
    Object.assign(this, request);
  }

  get signal(): AbortSignal {
    const controller = (this.controller ??= new AbortController());
    this.onAbort((reason) => controller.abort(reason));
    return controller.signal;
  }
}
