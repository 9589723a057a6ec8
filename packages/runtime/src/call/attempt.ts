import { sign } from '../signing/sign.ts';
import { TransportError, type TransportRequest, type TransportResponse } from '../transport/transport.ts';
import { readAnswer } from './answer.ts';
import type { Settings } from './connection.ts';
import type { Deadline } from './deadline.ts';
import type { OperationDescriptor } from './operation.ts';

/** A request of an operation before it is signed; the same for all attempts. */
export interface PreparedRequest {
  /** Query string in canonical form. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Signs and sends once. Each attempt has its own nonce, date and signature. */
export async function attempt(
  settings: Settings,
  operation: OperationDescriptor,
  prepared: PreparedRequest,
  deadline: Deadline,
): Promise<object> {
  const credentials = await deadline.race(settings.credentials(), 'credentials');
  const { method } = operation;
  const request = await sign({ ...prepared, method, origin: settings.origin, credentials });
  const response = await exchange(settings, request, deadline);
  return readAnswer(operation, response, deadline.attempts, [
    credentials.accessKeySecret,
    credentials.securityToken,
  ]);
}

async function exchange(
  { transport }: Settings,
  { method, url, headers, body }: TransportRequest,
  deadline: Deadline,
): Promise<TransportResponse> {
  const { signal } = deadline;
  deadline.attempts++;
  try {
    const sent = transport({ method, url, headers, signal, ...(body === undefined ? {} : { body }) });
    const response = await deadline.race(sent, 'headers');
    deadline.mayHaveBeenSent = true;
    return response;
  } catch (error) {
    throw error instanceof TransportError
      ? deadline.failure(error.phase, error.cause)
      : deadline.failure('headers', error);
  }
}
