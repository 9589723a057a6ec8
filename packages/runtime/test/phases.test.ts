import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { CallPhase, ConnectionError, RequestError, ResponseError, ServiceError } from '../src/index.ts';
import { call, CallError, CredentialsError, type Transport } from '../src/index.ts';
import { misbehavingServer, refusal } from './support/server.ts';
import { connect, credentials, failureOf, withToken } from './support/operation.ts';

afterEach(() => vi.useRealTimers());

const nowhere = 'http://127.0.0.1:1';
const never = () => new Promise<never>(() => {});
const answering =
  (status: number, text: string, headers = {}): Transport =>
  async () => ({ status, headers, text, truncated: false });

const withoutKey = () => connect(nowhere, { credentials: { ...credentials, accessKeyId: '' } });

/** How a call ended by now, with no timer but what the test itself fires. */
const settled = async (work: Promise<unknown>): Promise<unknown> => {
  let error: unknown = 'still waiting';
  work.catch((reason: unknown) => (error = reason));
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  return error;
};

describe('every error of a call tells how far it got', () => {
  it.each([
    ['RequestError', { transport: never }, { headers: { 'x-acs-a': undefined as unknown as string } }],
    ['CredentialsError', { credentials: async () => ({}) }, {}],
    ['ConnectionError', {}, {}],
    ['ServiceError', { transport: answering(400, '{"Code":"A"}') }, {}],
    ['ResponseError', { transport: answering(200, '{}') }, {}],
  ])('%s', async (name, settings, options) => {
    const expected = {
      RequestError: ['request', false],
      CredentialsError: ['credentials', false],
      ConnectionError: ['connect', false],
    }[name] ?? ['body', true];
    const error = await failureOf(connect(nowhere, settings), withToken, { ...options, maxAttempts: 1 });
    expect(error).toBeInstanceOf(CallError);
    const { phase, mayHaveBeenSent, timeout } = error as CallError;
    expect([(error as Error).name, phase, mayHaveBeenSent]).toEqual([name, ...expected]);
    expect(timeout).toBe(60_000);
  });

  it('in its type, too', () => {
    expectTypeOf<ConnectionError['phase']>().toEqualTypeOf<CallPhase>();
    expectTypeOf<ServiceError['mayHaveBeenSent']>().toEqualTypeOf<true>();
    expectTypeOf<ResponseError['phase']>().toEqualTypeOf<'body'>();
    expectTypeOf<RequestError['mayHaveBeenSent']>().toEqualTypeOf<false>();
    expectTypeOf<CallError['timeout']>().toEqualTypeOf<number | undefined>();
  });

  it('but nothing of a call where none was made', () => {
    expect(withoutKey).toThrow(CredentialsError);
    expect(withoutKey).toThrow(expect.not.objectContaining({ phase: expect.anything() as unknown }));
  });

  it('a request that was refused once may have been sent, whatever fails later', async () => {
    let asked = 0;
    const keys = async () => {
      if (asked++) throw new Error('gone');
      return credentials;
    };
    const settings = { credentials: keys, transport: answering(503, '{"Code":"ServiceUnavailable"}') };
    const error = await failureOf(connect(nowhere, settings), withToken);
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({ phase: 'credentials', mayHaveBeenSent: true, attempts: 1 });
  });
});

describe('a clock that a test holds', () => {
  it('need not move for an abort while credentials are looked for', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const work = call(connect(nowhere, { credentials: never }), withToken, {}, controller);
    controller.abort();
    expect(await settled(work)).toMatchObject({ name: 'AbortError', phase: 'credentials', attempts: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('need not move for an abort between attempts', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const transport = answering(503, '{"Code":"ServiceUnavailable"}', { 'retry-after': '50' });
    const work = call(connect(nowhere, { transport }), withToken, {}, controller);
    // The deadline's and the pause's.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    controller.abort();
    expect(await settled(work)).toMatchObject({ name: 'AbortError', phase: 'backoff', attempts: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a call at its deadline and not before', async () => {
    vi.useFakeTimers();
    const work = call(connect(nowhere, { credentials: never }), withToken, {}, { timeout: 10_000 });
    const outcome = vi.fn<(error: unknown) => void>();
    work.catch(outcome);
    await vi.advanceTimersByTimeAsync(9999);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ name: 'TimeoutError' }));
  });
});

it('asks for nothing, not even credentials, when it was aborted before', async () => {
  const keys = vi.fn<() => Promise<object>>(async () => credentials);
  const signal = AbortSignal.abort();
  const error = await failureOf(connect(nowhere, { credentials: keys }), withToken, { signal });
  expect(error).toMatchObject({ name: 'AbortError', phase: 'request', attempts: 0, mayHaveBeenSent: false });
  expect(keys).not.toHaveBeenCalled();
});

it('does not wait for a time that no timer reaches', async () => {
  const patience = { 'x-acs-retry-after': `${2 ** 31}` };
  await using server = await misbehavingServer(refusal(429, 'Throttling', patience));
  const error = await failureOf(connect(server.endpoint), withToken, { timeout: Infinity });
  expect(error).toMatchObject({ code: 'Throttling', attempts: 1, retryAfter: 2 ** 31 });
  expect(server.requests).toHaveLength(1);
});

/** Headers that arrive at the transport. */
const sent = async (connections: Record<string, string>, own: Record<string, string>) => {
  let headers: unknown;
  const transport: Transport = async (request) => {
    headers = request.headers;
    return { status: 200, headers: {}, text: '{"RequestId":"x"}', truncated: false };
  };
  await call(connect(nowhere, { transport, headers: connections }), withToken, {}, { headers: own });
  return headers;
};

describe('headers', () => {
  it("of a call win over the connection's in whatever case", async () => {
    const headers = await sent({ ACCEPT: 'a', 'x-acs-note': 'b' }, { accept: 'c', 'X-Acs-Note': ' d ' });
    expect(headers).toMatchObject({ accept: 'c', 'x-acs-note': 'd' });
  });

  it.each([
    ['a text with a line break', 'x-note', 'a\r\nx-evil: 1'],
    ['a text of other letters', 'x-note', 'caf\u00e9'],
    ['nothing', 'x-note', undefined],
    ['a number', 'x-note', 5],
    ['a name with a space', 'x note', 'a'],
    ['a name with a colon', 'x-note:', 'a'],
    ['an empty name', '', 'a'],
  ])('with %s are refused before anything is asked for', async (_, name, value) => {
    const headers = { [name]: value as string };
    const error = await failureOf(connect(nowhere, { credentials: never }), withToken, { headers });
    expect(error).toMatchObject({ name: 'RequestError', attempts: 0, mayHaveBeenSent: false });
    expect((error as Error).message).not.toContain('evil');
  });
});
