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
    ['no host', 'POST / HTTP/1.1\r\ncontent-length: 0\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    [
      'chunks under another name',
      'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: xchunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'chunks twice',
      'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a length with a sign', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: +1\r\n\r\nx', 400],
    ['a space before a colon', 'POST / HTTP/1.1\r\nhost : a\r\ncontent-length: 0\r\n\r\n', 400],
    ['a folded header', 'POST / HTTP/1.1\r\nhost: a\r\n transfer-encoding: chunked\r\n\r\n', 400],
    [
      'a chunk that never ends',
      'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab',
      408,
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

  it.each([
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['nonsense', 'nonsense\r\n\r\n'],
    ['a call', 'POST /ModifyImageShareStatus HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n'],
  ])('that resets the connection under the answer to %s does not end the gateway', async (_, text) => {
    // An error of a socket that nobody listens to is thrown, which fails the run.
    for (let round = 0; round < 30; round += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(gateway.port, '127.0.0.1', () =>
          socket.write(`${text}${'x'.repeat(70_000)}`, () => socket.resetAndDestroy()),
        );
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    }
    expect((await facade(gateway.url).modify('m-mock0001', 'Share')).status).toBe(200);
  });

  it('that was refused and does not hang up is hung up on', async () => {
    const closed = new Promise((resolve) => {
      const options = { port: gateway.port, host: '127.0.0.1', allowHalfOpen: true };
      const socket = connect(options, () => socket.write('CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n'));
      socket.on('error', () => resolve('closed'));
      socket.on('close', () => resolve('closed'));
      // Writing shows that the other side is gone.
      const writing = setInterval(() => (socket.destroyed ? clearInterval(writing) : socket.write('x')), 100);
    });
    expect(await closed).toBe('closed');
  });

  it('that sends a great many parameters is refused before they cost much', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const large = await startGateway({ unsigned: true });
    const many = { path: `/?${'a&'.repeat(9000)}`, headers, body: 'b&'.repeat(400_000) };
    expect((await send(large.url, many)).body['Code']).toBe('RequestTooLarge');
    await large.close();
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
    ['a path that leads back', '/x/../DeleteCustomImages', 'InvalidAction.NotFound'],
    ['a letter that is encoded', '/Delete%43ustomImages', 'InvalidAction.NotFound'],
    ['a slash at the end', '/DeleteCustomImages/', 'InvalidAction.NotFound'],
    ['two slashes', '//DeleteCustomImages', 'InvalidAction.NotFound'],
  ])('%s', async (_, path, code) => {
    expect((await send(gateway.url, { path })).body['Code']).toBe(code);
  });

  it.each(['HEAD', 'OPTIONS', 'PUT', 'TRACE', 'PROPFIND'])('%s of an operation', async (method) => {
    const path = '/DeleteCustomImages?RegionId=cn-hangzhou';
    expect((await send(gateway.url, { method, path })).status).toBe(403);
  });

  it('an upgrade is not taken up', async () => {
    const answer = await raw(`${one('m-mock0003')}connection: upgrade, close\r\nupgrade: websocket\r\n\r\n`);
    expect(statusOf(answer)).toBe(200);
  });

  it('pipelined requests are answered in order', async () => {
    const answers = await raw(`${one('m-mock0002')}\r\n${one('m-none')}connection: close\r\n\r\n`);
    expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404']);
  });
});
