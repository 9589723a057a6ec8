import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, ConnectionError, send, ServiceError } from '../src/index.ts';
import { connect, failureOf, withoutToken, withToken } from './support/operation.ts';
import { misbehavingServer, refusal, success, type Behaviour } from './support/server.ts';

afterEach(() => vi.restoreAllMocks());

const busy = refusal(503, 'ServiceUnavailable', { 'retry-after': '1' });

/** Credentials that are there when the call is over. */
const late = () =>
  new Promise<object>((resolve) => {
    setTimeout(resolve, 40, { accessKeyId: 'id', accessKeySecret: 'secret' });
  });

describe('a call that was given up leaves nothing behind', () => {
  it('not the timer of the wait that it was in', async () => {
    const started = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const controller = new AbortController();
    await using server = await misbehavingServer((socket, head) => {
      busy(socket, head);
      setTimeout(() => controller.abort(), 20);
    });
    const listening = vi.spyOn(controller.signal, 'removeEventListener');
    const error = await failureOf(connect(server.endpoint), withToken, { signal: controller.signal });
    expect(error).toMatchObject({ name: 'AbortError', phase: 'backoff' });
    const long = started.mock.results.filter((_, index) => Number(started.mock.calls[index]![1]) > 500);
    // The deadline's and the wait's.
    expect(long).toHaveLength(2);
    for (const { value } of long) expect(cleared).toHaveBeenCalledWith(value);
    expect(listening).toHaveBeenCalledWith('abort', expect.any(Function));
  });

  it('not a request sent later, when credentials arrive too late', async () => {
    await using server = await misbehavingServer(success);
    await failureOf(connect(server.endpoint, { credentials: late }), withToken, { timeout: 20 });
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(server.requests).toHaveLength(0);
  });
});

it('a hundred calls at once over faults of every kind leave no socket open', async () => {
  const faults: Behaviour[] = [
    (socket) => socket.resetAndDestroy(),
    (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"R'),
    (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"R'),
    (socket) => void socket.write('garbage\r\n\r\n'),
    () => {},
  ];
  await using server = await misbehavingServer((socket, head) =>
    faults[server.requests.length % faults.length]!(socket, head),
  );
  const connection = connect(server.endpoint);
  const work = Array.from({ length: 100 }, () => failureOf(connection, withoutToken, { timeout: 200 }));
  for (const error of await Promise.all(work)) expect(error).toBeInstanceOf(ConnectionError);
  await expect.poll(() => server.open()).toBe(0);
});

it('a refusal of every address of a name counts as not sent', async () => {
  const { port } = await (async () => {
    await using server = await misbehavingServer(success);
    return server;
  })();
  const error = await failureOf(connect(`http://localhost:${port}`), withoutToken, { maxAttempts: 1 });
  expect(error).toMatchObject({ name: 'ConnectionError', phase: 'connect', mayHaveBeenSent: false });
});

it('a call after a burst of errors is served by the same connection object', async () => {
  await using server = await misbehavingServer(refusal(400, 'Bad'), refusal(400, 'Bad'), success);
  const connection = connect(server.endpoint);
  for (let failed = 0; failed < 2; failed++) expect(await failureOf(connection)).toBeInstanceOf(ServiceError);
  await expect(call(connection, withToken, {})).resolves.toEqual({ RequestId: 'ok' });
});

const exchange = (endpoint: string, signal: AbortSignal) =>
  send({ method: 'POST', url: `${endpoint}/`, headers: {}, signal });

describe('a signal that outlives many exchanges', () => {
  it('keeps no listener of those that are over', async () => {
    const { signal } = new AbortController();
    await using server = await misbehavingServer(success, (socket) => socket.resetAndDestroy());
    await exchange(server.endpoint, signal);
    await expect(exchange(server.endpoint, signal)).rejects.toThrow('ECONNRESET');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('ends those that go on, and each that begins later', async () => {
    const controller = new AbortController();
    await using server = await misbehavingServer(() => controller.abort('enough'));
    const ended = { name: 'Error', phase: 'headers', cause: 'enough' };
    await expect(exchange(server.endpoint, controller.signal)).rejects.toMatchObject(ended);
    await expect(exchange(server.endpoint, controller.signal)).rejects.toMatchObject({ cause: 'enough' });
    expect(server.requests).toHaveLength(1);
  });
});
