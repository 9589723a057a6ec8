import { describe, expect, it, vi } from 'vitest';
import { call, ConnectionError, fetchTransport, ResponseError, TimeoutError } from '../src/index.ts';
import type { OperationDescriptor } from '../src/index.ts';
import { answer, headerOf, misbehavingServer, refusal, success } from './support/server.ts';
import { connect, failureOf, reading, withToken } from './support/operation.ts';

const transport = fetchTransport();

describe('fetchTransport', () => {
  it('sends what was signed', async () => {
    await using server = await misbehavingServer(success);
    await expect(call(connect(server.endpoint, { transport }), withToken, { Name: 'a b' })).resolves.toEqual({
      RequestId: 'ok',
    });
    const [head] = server.requests;
    expect(head).toMatch(/^POST \/\?ClientToken=[0-9a-f-]{36}&Name=a%20b HTTP/);
    expect(headerOf(head!, 'host')).toBe(server.endpoint.slice('http://'.length));
    expect(headerOf(head!, 'authorization')).toMatch(/SignedHeaders=host;x-acs-action;/);
    expect(headerOf(head!, 'cookie')).toBeUndefined();
  });

  it('tells refusals apart', async () => {
    await using server = await misbehavingServer(refusal(404, 'X.NotFound', { 'x-acs-request-id': 'R' }));
    expect(await failureOf(connect(server.endpoint, { transport }))).toMatchObject({
      code: 'X.NotFound',
      status: 404,
    });
  });

  it('is cut off at the deadline', async () => {
    await using server = await misbehavingServer(() => {});
    const error = await failureOf(connect(server.endpoint, { transport }), withToken, { timeout: 50 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'headers', mayHaveBeenSent: true });
  });

  it('reads no more than it must', async () => {
    await using server = await misbehavingServer(answer(200, 'é'.repeat(5_000_000)));
    const error = await failureOf(connect(server.endpoint, { transport }));
    expect(error).toBeInstanceOf(ResponseError);
    expect((error as ResponseError).message).toContain('too long');
  });

  it('tells what broke the connection, which fetch itself wraps', async () => {
    await using server = await misbehavingServer((socket) => socket.resetAndDestroy());
    const error = await failureOf(connect(server.endpoint, { transport }), withToken, { maxAttempts: 1 });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((error as ConnectionError).message).not.toContain('fetch failed');
  });

  it('follows no redirect', async () => {
    await using target = await misbehavingServer(success);
    await using server = await misbehavingServer(answer(307, '', { location: target.endpoint }));
    expect(await failureOf(connect(server.endpoint, { transport }))).toMatchObject({ status: 307 });
    expect(target.requests).toHaveLength(0);
  });
});

it('a certificate is not tried again', async () => {
  const cause = Object.assign(new Error('refused'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const failing = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause }));
  expect(await failureOf(connect('https://127.0.0.1:1', { transport }))).toMatchObject({
    attempts: 1,
    cause,
  });
  failing.mockRestore();
});

it.each([undefined, null, 'no error', new Error('no cause')])(
  'passes on that fetch threw %s',
  async (thrown) => {
    const failing = vi.spyOn(globalThis, 'fetch').mockRejectedValue(thrown);
    await expect(
      transport({ method: 'POST', url: 'http://127.0.0.1:1/', headers: {} }),
    ).rejects.toMatchObject({
      phase: 'headers',
      cause: thrown,
    });
    failing.mockRestore();
  },
);

it('asks of fetch only what workers know, and for no cache where there could be one', async () => {
  const strict = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, given) => {
    const init = given as { method: string; cache?: string };
    // As Cloudflare's workers with a compatibility date before November 2024.
    if ('cache' in init && init.method === 'POST') throw new Error('The `cache` field is not implemented.');
    return Response.json({ RequestId: init.cache ?? 'none' });
  });
  const connection = connect('http://127.0.0.1:1', { transport });
  await expect(call(connection, withToken, {})).resolves.toEqual({ RequestId: 'none' });
  const get = [...reading.slice(0, 6), 'GET'] as unknown as OperationDescriptor;
  await expect(call(connection, get, {})).resolves.toEqual({ RequestId: 'no-store' });
  strict.mockRestore();
});

it('every transport may read the signal instead', async () => {
  const controller = new AbortController();
  let seen: AbortSignal | undefined;
  const error = await failureOf(
    connect('http://127.0.0.1:1', {
      transport: (request) => {
        seen = request.signal;
        setTimeout(() => controller.abort('enough'), 5);
        return new Promise((_, reject) => {
          seen!.addEventListener('abort', () => reject(seen!.reason as Error));
        });
      },
    }),
    withToken,
    { signal: controller.signal },
  );
  expect(seen?.aborted).toBe(true);
  expect(error).toMatchObject({ name: 'AbortError', cause: 'enough' });
});
