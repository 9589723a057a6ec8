import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send } from './support/call.ts';
import { facade } from './support/facade.ts';

let gateway: Gateway;
beforeAll(async () => {
  const limits = { bodyBytes: 1000, headersTimeout: 300, requestTimeout: 400 };
  gateway = await startGateway({ unsigned: true, limits });
});
afterAll(() => gateway.close());

/** Sends bytes and collects everything that comes until the gateway closes. */
function raw(text: string, port = gateway.port): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (received += chunk));
    // A reset tells no less than a close; what came before it counts.
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
const bodyOf = (answer: string): Record<string, unknown> =>
  JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Record<string, unknown>;

describe('a bad client', () => {
  it.each([
    ['bytes that are no HTTP', 'nonsense\r\n\r\n', 400],
    ['a NUL in the request line', 'GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['long headers', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['a long address', `GET /?${'x'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
    ['headers that never end', 'GET / HTTP/1.1\r\nhost: a\r\n', 408],
    ['a body that never ends', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc', 408],
    ['CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: example.com:443\r\n\r\n', 405],
  ])('that sends %s gets a well-formed answer', async (_, text, status) => {
    const answer = await raw(text);
    expect(statusOf(answer)).toBe(status);
    expect(bodyOf(answer)['RequestId']).toMatch(/^[0-9A-F-]{36}$/);
    expect((await facade(gateway.url).modify('m-mock0001', 'Share')).status).toBe(200);
  });

  it('that sends a large body gets the documented refusal', async () => {
    const { status, body } = await send(gateway.url, { path: '/', body: 'x'.repeat(1001) });
    expect([status, body['Code']]).toEqual([413, 'RequestTooLarge']);
    expect((await send(gateway.url, { path: '/', body: 'x'.repeat(1000) })).body['Code']).toBe(
      'MissingAction',
    );
  });

  it('that goes away in the middle leaves the gateway well', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc');
    socket.resetAndDestroy();
    expect((await facade(gateway.url).modify('m-mock0001', 'Share')).status).toBe(200);
  });

  it('finds the door closed when too many are inside', async () => {
    const small = await startGateway({ limits: { connections: 2 } });
    const sockets = [connect(small.port, '127.0.0.1'), connect(small.port, '127.0.0.1')];
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const answer = await raw('GET / HTTP/1.1\r\nhost: a\r\n\r\n', small.port);
    for (const socket of sockets) socket.destroy();
    await small.close();
    expect(answer).toBe('');
  });
});

/** A request without the end of its headers. */
const one = (image: string): string =>
  `POST /ModifyImageShareStatus?RegionId=cn-hangzhou&Operation=Share&ImageId=${image} HTTP/1.1\r\nhost: a\r\n`;

describe('odd requests', () => {
  it.each([
    [
      'a broken escape',
      '/ModifyImageShareStatus?RegionId=%zz&ImageId=%&Operation=Share',
      'InvalidRegionId.NotFound',
    ],
    ['names of Object.prototype', '/constructor?__proto__=1&toString=2', 'InvalidAction.NotFound'],
    ['an encoded slash', '/%2e%2e/etc/passwd', 'InvalidAction.NotFound'],
    ['an absolute address', 'http://other.example/DeleteCustomImages', 'InvalidAction.NotFound'],
  ])('%s', async (_, path, code) => {
    expect((await send(gateway.url, { path })).body['Code']).toBe(code);
  });

  it('pipelined requests are answered in order', async () => {
    const answers = await raw(`${one('m-mock0002')}\r\n${one('m-none')}connection: close\r\n\r\n`);
    expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404']);
  });
});
