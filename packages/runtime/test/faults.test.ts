import { describe, expect, it, vi } from 'vitest';
import { call, ConnectionError, ResponseError, ServiceError, TimeoutError } from '../src/index.ts';
import { TransportError, type Transport } from '../src/index.ts';
import { answer, misbehavingServer, refusal, response, success, type Behaviour } from './support/server.ts';
import { connect, failureOf, withoutToken, withToken } from './support/operation.ts';

const reset: Behaviour = (socket) => socket.resetAndDestroy();
const resetInBody: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Req', () => socket.resetAndDestroy());
};
const hang: Behaviour = () => {};
const hangInBody: Behaviour = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Req');
};
const tooShort: Behaviour = (socket) => {
  socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"RequestId":"x"}');
};
const bigHeader = answer(200, '{"RequestId":"ok"}', { 'x-big': 'x'.repeat(100_000) });
const page = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

describe('no complete answer', () => {
  it.each([
    ['reset before an answer', reset],
    ['reset in the body', resetInBody],
    ['a body shorter than its content-length', tooShort],
  ])('%s is repeated with a token', async (_, fault) => {
    await using server = await misbehavingServer(fault, success);
    await expect(call(connect(server.endpoint), withToken, {})).resolves.toEqual({ RequestId: 'ok' });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['reset before an answer', reset, 'headers'],
    ['reset in the body', resetInBody, 'body'],
    ['a body shorter than its content-length', tooShort, 'body'],
  ])('%s is not repeated without one', async (_, fault, phase) => {
    await using server = await misbehavingServer(fault);
    const error = await failureOf(connect(server.endpoint), withoutToken);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ phase, mayHaveBeenSent: true, attempts: 1, operation: 'PushThing' });
    expect(server.requests).toHaveLength(1);
  });

  it('a refused connection is repeated even without a token', async () => {
    const { port } = await (async () => {
      await using server = await misbehavingServer(success);
      return server;
    })();
    const error = await failureOf(connect(`127.0.0.1:${port}`.replace(/^/, 'http://')), withoutToken, {
      maxAttempts: 2,
    });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ phase: 'connect', mayHaveBeenSent: false, attempts: 2 });
    expect((error as ConnectionError).cause).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('a certificate is not tried again: %s', async (code) => {
    const transport = vi.fn<Transport>().mockImplementation(async () => {
      throw new TransportError('connect', Object.assign(new Error('refused'), { code }));
    });
    const error = await failureOf(connect('https://127.0.0.1:1', { transport }));
    expect(error).toMatchObject({ attempts: 1, mayHaveBeenSent: false, cause: { code } });
    expect(transport).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['before the headers', hang, 'headers'],
    ['in the body', hangInBody, 'body'],
  ])('a server that hangs %s ends at the deadline', async (_, fault, phase) => {
    await using server = await misbehavingServer(fault);
    const error = await failureOf(connect(server.endpoint), withToken, { timeout: 50 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase, mayHaveBeenSent: true, timeout: 50, attempts: 1 });
    await expect.poll(() => server.open()).toBe(0);
  });

  it('a header of 100 kB is refused and not asked for again', async () => {
    await using server = await misbehavingServer(bigHeader);
    const error = await failureOf(connect(server.endpoint));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 1, cause: { code: 'HPE_HEADER_OVERFLOW' } });
    await expect.poll(() => server.open()).toBe(0);
  });
});

describe('an answer that is not what the API promises', () => {
  it('an HTML 502 is repeated, and keeps status, RequestId and text at the end', async () => {
    await using server = await misbehavingServer(answer(502, page, { 'x-acs-request-id': 'R-502' }));
    const error = await failureOf(connect(server.endpoint), withToken, { maxAttempts: 2 });
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: 502, requestId: 'R-502', text: page, attempts: 2 });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['truncated JSON', '{"RequestId":"x"', /not the JSON object with RequestId/],
    ['an empty body', '', /not the JSON object with RequestId/],
    ['a JSON array', '[]', /not the JSON object with RequestId/],
    ['no RequestId', '{"Other":1}', /not the JSON object with RequestId/],
    ['a RequestId of another type', '{"RequestId":1}', /not the JSON object with RequestId/],
  ])('a 200 with %s', async (_, body, message) => {
    await using server = await misbehavingServer(answer(200, body));
    const error = await failureOf(connect(server.endpoint));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: 200, text: body, message: expect.stringMatching(message) });
    expect(server.requests).toHaveLength(1);
  });

  it('a body of 10 MB is given up, its text bounded, its socket closed', async () => {
    await using server = await misbehavingServer(answer(200, `{"RequestId":"${'x'.repeat(10_000_000)}"}`));
    const error = await failureOf(connect(server.endpoint));
    expect(error).toBeInstanceOf(ResponseError);
    expect((error as ResponseError).text).toHaveLength(2048);
    await expect.poll(() => server.open()).toBe(0);
  });

  it('a redirect is not followed', async () => {
    await using target = await misbehavingServer(success);
    await using server = await misbehavingServer(
      answer(302, '', { location: `${target.endpoint}/elsewhere` }),
    );
    const error = await failureOf(connect(server.endpoint));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: 302, message: expect.stringContaining('/elsewhere') });
    expect(target.requests).toHaveLength(0);
  });

  it('a switch of protocols ends the call', async () => {
    await using server = await misbehavingServer((socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
    });
    expect(await failureOf(connect(server.endpoint), withoutToken)).toBeInstanceOf(ConnectionError);
  });
});

describe('refusals', () => {
  it('keep everything that the gateway says', async () => {
    await using server = await misbehavingServer(refusal(404, 'Thing.NotFound'));
    const error = await failureOf(connect(server.endpoint));
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({
      name: 'ServiceError',
      code: 'Thing.NotFound',
      status: 404,
      requestId: 'R-1',
      hostId: 'h',
      recommend: 'https://r',
      operation: 'ChangeThing',
      attempts: 1,
      message: 'ChangeThing: 404 Thing.NotFound: No. (RequestId: R-1)',
    });
  });

  it.each(['text/xml;charset=utf-8', 'application/xml', 'application/json', ''])(
    'are read from XML sent as %j',
    async (type) => {
      const body =
        '<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>R-2</RequestId><HostId>h</HostId><Code>Bad.Thing</Code><Message>a &lt; b &amp;amp; c</Message></Error>';
      await using server = await misbehavingServer(answer(400, body, { 'content-type': type }));
      expect(await failureOf(connect(server.endpoint))).toMatchObject({
        code: 'Bad.Thing',
        requestId: 'R-2',
        message: 'ChangeThing: 400 Bad.Thing: a < b &amp; c (RequestId: R-2)',
      });
    },
  );

  it('a burst of throttling is waited out', async () => {
    const throttled = refusal(400, 'Throttling.User', { 'x-acs-retry-after': '1' });
    await using server = await misbehavingServer(
      throttled,
      throttled,
      refusal(429, 'Busy', { 'retry-after': '0' }),
      success,
    );
    await expect(call(connect(server.endpoint), withoutToken, {})).resolves.toEqual({ RequestId: 'ok' });
    expect(server.requests).toHaveLength(4);
  });

  it('no wait reaches past the deadline', async () => {
    await using server = await misbehavingServer(refusal(429, 'Throttling', { 'retry-after': '3600' }));
    const error = await failureOf(connect(server.endpoint), withToken, { timeout: 5000 });
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ attempts: 1, retryAfter: 3_600_000 });
  });
});

it('uses one socket for calls one after another, and leaves it usable after errors', async () => {
  await using server = await misbehavingServer(success, refusal(404, 'X'), answer(200, '{}'), success);
  const connection = connect(server.endpoint);
  await call(connection, withToken, {});
  await failureOf(connection);
  await failureOf(connection);
  await call(connection, withToken, {});
  expect(server.open()).toBe(1);
});

it('does not trust an answer with bytes after its body', async () => {
  await using server = await misbehavingServer((socket) => {
    socket.end(`${response(200, '{"RequestId":"x"}')}garbage`);
  });
  const error = await failureOf(connect(server.endpoint));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ attempts: 1, cause: { code: 'HPE_INVALID_CONSTANT' } });
});
