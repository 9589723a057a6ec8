import { defaultTransport } from '#platform';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';

/** Settings of one raw exchange. */
export interface SendOptions {
  /** Default the platform's: keep-alive `node:http(s)` on Node, else `fetch`. */
  readonly transport?: Transport;
  /** Ms until the exchange is given up; default 30,000. */
  readonly timeout?: number;
}

/**
 * One exchange as it is: no retry, no interpretation of the answer, no check of the request. For tests and tools that
 * send requests which a client never would.
 *
 * @throws TransportError when there is no complete answer
 */
export async function send(request: TransportRequest, options: SendOptions = {}): Promise<TransportResponse> {
  const { transport = defaultTransport, timeout = 30_000 } = options;
  const given = request.signal ?? AbortSignal.timeout(timeout);
  // One of its own for each exchange: what listens to a signal that outlives many of them would never be let go.
  const controller = new AbortController();
  const abort = () => controller.abort(given.reason);
  if (given.aborted) abort();
  given.addEventListener('abort', abort);
  try {
    return await transport({ ...request, signal: controller.signal });
  } finally {
    given.removeEventListener('abort', abort);
  }
}
