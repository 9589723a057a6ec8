import { sign, urlOf } from '../signing/sign.ts';
import { TransportError } from '../transport/transport.ts';
import type { TransportRequest, TransportResponse } from '../transport/transport.ts';
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
  { progress, isOver, onAbort, race, failure }: Deadline,
): Promise<object> {
  const { credentials: given, transport } = settings;
  const credentials = typeof given === 'function' ? await race(given(), 'credentials') : given;
  if (isOver()) throw failure(undefined);
  const [headers] = await sign(prepared, credentials);
  progress.attempts++;
  const { method, body } = prepared;
  const outgoing = new Outgoing(method, urlOf(prepared), headers, body, onAbort);
  let response: TransportResponse;
  try {
    response = await race(transport(outgoing), 'headers');
  } catch (error) {
    throw error instanceof TransportError ? failure(error.cause, error.phase) : failure(error);
  }
  progress.mayHaveBeenSent = true;
  const result = readResult(operation, response);
  if (result) return result;
  throw answerError(operation, response, progress.attempts, credentials);
}

// A class, because an object literal with an accessor is slow to make; so would be a field private to the engine.
class Outgoing implements TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly onAbort: Deadline['onAbort'];
  private controller: AbortController | undefined;

  constructor(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string | undefined,
    onAbort: Deadline['onAbort'],
  ) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.body = body;
    this.onAbort = onAbort;
  }

  get signal(): AbortSignal {
    const controller = (this.controller ??= new AbortController());
    this.onAbort((reason) => controller.abort(reason));
    return controller.signal;
  }
}
