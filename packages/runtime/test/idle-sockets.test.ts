import { Agent } from 'node:http';
import { createConnection as createSocket, type NetConnectOpts, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { call, httpTransport } from '../src/index.ts';
import { stackIdleSockets } from '../src/transport/idle-sockets.ts';
import { connect, withoutToken, withToken } from './support/operation.ts';
import { answer, misbehavingServer, response, success, type Behaviour } from './support/server.ts';

/** Calls twice, with a pause, an operation that is not repeated; answers both results and how many sockets were used. */
async function callTwice(behaviour: Behaviour): Promise<[results: readonly object[], sockets: number]> {
  const sockets = new Set<Socket>();
  await using server = await misbehavingServer((socket, head) => {
    sockets.add(socket);
    behaviour(socket, head);
  });
  const connection = connect(server.endpoint);
  const first = await call<object>(connection, withoutToken, {});
  await sleep(60);
  // On a busy machine both timers end in the same turn, before what the server did arrives.
  await sleep(20);
  return [[first, await call<object>(connection, withoutToken, {})], sockets.size];
}

const ok = { RequestId: 'ok' };
const kept = (seconds: string) => answer(200, JSON.stringify(ok), { 'keep-alive': `timeout=${seconds}` });
const then =
  (after: (socket: Socket) => void): Behaviour =>
  (socket, head) => {
    success(socket, head);
    setTimeout(after, 20, socket);
  };

it.each([
  ['of a server that says nothing', success],
  ['that the server keeps long enough', kept('5, max=100')],
])('an idle socket %s is used again', async (_, behaviour) => {
  await expect(callTwice(behaviour)).resolves.toEqual([[ok, ok], 1]);
});

it.each([
  ['that the server closes within a second', kept('1')],
  ['that the server closed', then((socket) => socket.end())],
  ['that was reset', then((socket) => socket.resetAndDestroy())],
  // It would be read as the answer to the next request.
  [
    'with an answer that nobody asked for',
    then((socket) => socket.write(response(200, '{"RequestId":"forged"}'))),
  ],
])('an idle socket %s is not', async (_, behaviour) => {
  await expect(callTwice(behaviour)).resolves.toEqual([[ok, ok], 2]);
});

it('after one idle socket was reset, no attempt is lost to the others', async () => {
  const used = new WeakSet<Socket>();
  await using server = await misbehavingServer((socket, head) => {
    if (used.has(socket)) return void socket.resetAndDestroy();
    used.add(socket);
    setTimeout(success, 30, socket, head);
  });
  const connection = connect(server.endpoint);
  await Promise.all(Array.from({ length: 10 }, () => call(connection, withToken, {})));
  await expect(call(connection, withToken, {}, { maxAttempts: 2 })).resolves.toEqual(ok);
});

it('a socket whose request was given up before it was sent is closed', async () => {
  await using server = await misbehavingServer(success);
  const transport = httpTransport();
  const request = { method: 'POST', url: `${server.endpoint}/`, headers: {} };
  const given = transport({ ...request, onAbort: (listener) => listener(new Error('too late')) });
  await expect(given).rejects.toThrow('too late');
  await expect(transport(request)).resolves.toMatchObject({ status: 200 });
  await expect.poll(() => server.open()).toBe(1);
  expect(server.requests).toHaveLength(1);
});

/** The garbage collector, which Node shows only when asked. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

it('sockets of a burst are let go when the server has closed them', async () => {
  const opened: WeakRef<Socket>[] = [];
  const closing: Socket[] = [];
  await using server = await misbehavingServer((socket, head) => {
    closing.push(socket);
    setTimeout(success, 50, socket, head);
  });
  const agent = stackIdleSockets(new Agent({ keepAlive: true }));
  const createConnection = (options: NetConnectOpts) => {
    const socket = createSocket(options);
    opened.push(new WeakRef(socket));
    return socket;
  };
  const transport = httpTransport({ agent: Object.assign(agent, { createConnection }) });
  const connection = connect(server.endpoint, { transport });
  await Promise.all(Array.from({ length: 20 }, () => call(connection, withoutToken, {})));
  expect(opened).toHaveLength(20);
  for (const socket of closing.splice(0)) socket.destroy();
  const collect = collector();
  const left = () => {
    collect();
    return opened.filter((socket) => socket.deref()).length;
  };
  await expect.poll(left).toBe(0);
});
