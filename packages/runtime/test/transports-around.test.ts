import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ConnectionError, fetchTransport, httpTransport } from '../src/index.ts';
import type { Transport, TransportRequest, TransportResponse } from '../src/index.ts';
import { connect, failureOf, withToken } from './support/operation.ts';
import { misbehavingServer, success } from './support/server.ts';

/** How an exchange ended that a transport around it began, and how its call did. */
async function endOf(around: Transport, timeout = 60): Promise<[exchange: unknown, call: unknown]> {
  await using server = await misbehavingServer(() => {});
  let exchange: Promise<unknown> | undefined;
  const transport: Transport = (request) => {
    const begun = around(request);
    exchange = begun.catch((error: unknown) => error);
    return begun;
  };
  const call = await failureOf(connect(server.endpoint, { transport }), withToken, {
    timeout,
    maxAttempts: 1,
  });
  return [await exchange, call];
}

describe.each([
  ['httpTransport', httpTransport()],
  ['fetchTransport', fetchTransport()],
])('a transport around %s', (_, inner) => {
  it.each<[string, Transport]>([
    ['passes on a copy', (request) => inner({ ...request, headers: { ...request.headers, 'x-note': 'a' } })],
    [
      'reads the signal once the exchange goes on',
      (request) => {
        const begun = inner(request);
        return request.signal ? begun : begun;
      },
    ],
  ])('that %s ends with the call', async (_name, around) => {
    const [exchange, call] = await endOf(around);
    expect(exchange).toMatchObject({ phase: 'headers' });
    expect(call).toMatchObject({ name: 'TimeoutError' });
  });

  it('may end one attempt earlier by a signal of its own', async () => {
    const reason = new Error('enough for one attempt');
    const [exchange, call] = await endOf((request) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 20);
      return inner({ ...request, signal: AbortSignal.any([request.signal!, controller.signal]) });
    }, 20_000);
    expect(exchange).toMatchObject({ cause: reason });
    expect(call).toMatchObject({ name: 'ConnectionError', cause: reason });
  });
});

it('httpTransport leaves nothing on a signal that outlives its exchanges', async () => {
  const { signal } = new AbortController();
  await using server = await misbehavingServer(success);
  await httpTransport()({ method: 'POST', url: `${server.endpoint}/`, headers: {}, signal });
  await expect.poll(() => getEventListeners(signal, 'abort')).toEqual([]);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['an empty object', {}],
  ['no headers', { status: 400, text: '{"Code":"A"}' }],
])('a transport that answers %s fails as a connection does', async (_, answer) => {
  const transport = async (_request: TransportRequest) => answer as TransportResponse;
  const error = await failureOf(connect('http://127.0.0.1:1', { transport }), withToken, { maxAttempts: 1 });
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ operation: 'ChangeThing', attempts: 1, mayHaveBeenSent: true });
  expect((error as ConnectionError).cause).toBeInstanceOf(TypeError);
});
