import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { nodeRequest, type Send } from '../../src/credentials/node-request.ts';
import { loopback } from './loopback.ts';

const ask = async (url: string, more: object = {}) =>
  nodeRequest(httpRequest as Send, { method: 'GET', url, timeout: 10_000, ...more });

afterEach(() => {
  vi.useRealTimers();
});

test('sends method, headers and body, and leaves neither connection nor timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const server = await loopback(() => [200, 'ünïcode']);
  const answer = await ask(`${server.url}/path?a=b`, {
    method: 'POST',
    headers: { 'x-a': 'b' },
    body: 'ä=1',
  });
  expect(answer).toEqual({ status: 200, body: 'ünïcode' });
  expect(server.seen[0]).toMatchObject({
    method: 'POST',
    path: '/path',
    query: { a: 'b' },
    form: { ä: '1' },
  });
  expect(server.seen[0]?.headers).toMatchObject({ 'x-a': 'b', 'content-length': '4', connection: 'close' });
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
});

test.each([
  ['before the answer', ''],
  ['within the headers', 'HTTP/1.1 200 OK\r\nconte'],
  ['within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Acc'],
])('a connection that is cut %s is an error', async (_where, sent) => {
  const server = createServer((socket) => socket.once('data', () => socket.end(sent)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toHaveProperty('code', 'ECONNRESET');
});

test('a switch of protocols is an error', async () => {
  const server = createServer((socket) =>
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toHaveProperty('code', 'Closed');
});

test('an answer that stops in the middle runs into the time-out', async () => {
  const server = createServer((socket) =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Acc'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(ask(`http://127.0.0.1:${port}/`, { timeout: 50 })).rejects.toHaveProperty('code', 'TimedOut');
});

test('a header that cannot be sent is an error, not a crash', async () => {
  const answer = ask('http://127.0.0.1:9/', { headers: { 'x-a': 'line\nbreak' } });
  await expect(answer).rejects.toHaveProperty('code', 'ERR_INVALID_CHAR');
});
