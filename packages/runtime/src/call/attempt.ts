import { sign, urlOf } from '../signing/sign.ts';
import { TransportError } from '../transport/transport.ts';
import { answerError, readResult } from './answer.ts';
import type { Settings } from './connection.ts';
import type { Deadline } from './deadline.ts';
import type { OperationDescriptor } from './operation.ts';
import type { PreparedRequest } from './prepare.ts';

/** Signs and sends once. Each attempt has its own nonce, date and signature. */
export async function attempt(
  settings: Settings,
  operation: OperationDescriptor,
  prepared: PreparedRequest,
  { progress, signal, race, failure }: Deadline,
): Promise<object> {
  const credentials = await race(settings.credentials(), 'credentials');
  const request = { ...prepared, origin: settings.origin, credentials };
  const [headers] = await sign(request);
  progress.attempts++;
  const { method, body } = prepared;
  const exchange = settings.transport({ method, url: urlOf(request), headers, body, signal });
  const response = await race(exchange, 'headers').catch((error: unknown) => {
    throw error instanceof TransportError ? failure(error.cause, error.phase) : failure(error);
  });
  progress.mayHaveBeenSent = true;
  const result = readResult(operation, response);
  if (result) return result;
  throw answerError(operation, response, progress.attempts, credentials);
}
