import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AbortError, call, ConnectionError, RequestError, ServiceError, TimeoutError } from '../src/index.ts';
import { CredentialsError, type Credentials, type Transport } from '../src/index.ts';
import { answer, headerOf, misbehavingServer, parameterOf, refusal, success } from './support/server.ts';
import { connect, credentials, failureOf, reading, withoutToken, withToken } from './support/operation.ts';

const never = () => new Promise<never>(() => {});
const broken: Transport = async () => {
  throw new Error('no radio');
};
const busy = refusal(503, 'ServiceUnavailable', { 'retry-after': '0' });

const validator = () => ({ issues: [{ message: 'Name must be short' }] });

describe('attempts of one call', () => {
  it('share one token; nonce, date and signature are their own', async () => {
    await using server = await misbehavingServer(busy, busy, success);
    await call(connect(server.endpoint), withToken, {});
    const tokens = server.requests.map((head) => parameterOf(head, 'ClientToken'));
    expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(tokens).size).toBe(1);
    for (const name of ['x-acs-signature-nonce', 'authorization']) {
      expect(new Set(server.requests.map((head) => headerOf(head, name))).size).toBe(3);
    }
  });

  it('of the next call have another token', async () => {
    await using server = await misbehavingServer(success);
    const connection = connect(server.endpoint);
    await call(connection, withToken, {});
    await call(connection, withToken, {});
    const [first, second] = server.requests.map((head) => parameterOf(head, 'ClientToken'));
    expect(first).not.toBe(second);
  });

  it("carry the caller's token as it is", async () => {
    await using server = await misbehavingServer(busy, success);
    await call(connect(server.endpoint), withToken, { ClientToken: 'mine' });
    expect(server.requests.map((head) => parameterOf(head, 'ClientToken'))).toEqual(['mine', 'mine']);
  });

  it.each([1, 2, 3])('are at most maxAttempts: %i', async (maxAttempts) => {
    await using server = await misbehavingServer(busy);
    const error = await failureOf(connect(server.endpoint), withToken, { maxAttempts });
    expect(error).toMatchObject({ attempts: maxAttempts, code: 'ServiceUnavailable' });
    expect(server.requests).toHaveLength(maxAttempts);
  });

  it('ask a credentials function before each request', async () => {
    await using server = await misbehavingServer(busy, success);
    let asked = 0;
    const rotating = async () => ({ accessKeyId: `key${++asked}`, accessKeySecret: 's' });
    await call(connect(server.endpoint, { credentials: rotating }), withToken, {});
    expect(server.requests.map((head) => /Credential=(\w+)/.exec(head)?.[1])).toEqual(['key1', 'key2']);
  });
});

describe('which failures are repeated', () => {
  it.each([
    ['a 5xx with a token', withToken, refusal(500, 'InternalError'), true],
    ['a 5xx without one', withoutToken, refusal(500, 'InternalError'), false],
    ['a 5xx of an operation that only reads', reading, refusal(502, 'Bad'), true],
    ['throttling without a token', withoutToken, refusal(400, 'Throttling.Api'), true],
    ['a first request that still runs', withToken, refusal(403, 'LastTokenProcessing'), true],
    ['a 4xx', withToken, refusal(400, 'InvalidParameter'), false],
    ['a mismatch of the token', withToken, refusal(400, 'IdempotentParameterMismatch'), false],
  ])('%s', async (_, operation, fault, repeated) => {
    await using server = await misbehavingServer(fault);
    await failureOf(connect(server.endpoint), operation, { maxAttempts: 2 });
    expect(server.requests).toHaveLength(repeated ? 2 : 1);
  });
});

describe('an abort', () => {
  it('before the call sends nothing', async () => {
    await using server = await misbehavingServer(success);
    const error = await failureOf(connect(server.endpoint), withToken, { signal: AbortSignal.abort('no') });
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: 'AbortError', cause: 'no', attempts: 0, mayHaveBeenSent: false });
    expect(server.requests).toHaveLength(0);
  });

  it('ends an exchange at once', async () => {
    const controller = new AbortController();
    await using server = await misbehavingServer(() => controller.abort());
    const error = await failureOf(connect(server.endpoint), withToken, { signal: controller.signal });
    expect(error).toMatchObject({ name: 'AbortError', phase: 'headers', mayHaveBeenSent: true, attempts: 1 });
    await expect.poll(() => server.open()).toBe(0);
  });

  it('ends a wait at once', async () => {
    const controller = new AbortController();
    await using server = await misbehavingServer((socket, head) => {
      refusal(429, 'Throttling', { 'retry-after': '50' })(socket, head);
      setTimeout(() => controller.abort(), 20);
    });
    const error = await failureOf(connect(server.endpoint), withToken, { signal: controller.signal });
    expect(error).toMatchObject({ name: 'AbortError', phase: 'backoff', attempts: 1 });
  });

  it('leaves no listener behind on the signal', async () => {
    await using server = await misbehavingServer(success);
    const { signal } = new AbortController();
    let listeners = 0;
    const counting = Object.assign(Object.create(signal) as AbortSignal, {
      addEventListener: () => listeners++,
      removeEventListener: () => listeners--,
    });
    Object.defineProperty(counting, 'aborted', { value: false });
    await call(connect(server.endpoint), withToken, {}, { signal: counting });
    expect(listeners).toBe(0);
  });
});

describe('the deadline', () => {
  it('covers credentials that never come', async () => {
    const error = await failureOf(connect('http://127.0.0.1:1', { credentials: never }), withToken, {
      timeout: 30,
    });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'credentials', attempts: 0, mayHaveBeenSent: false });
  });

  it('covers a transport that ignores its signal', async () => {
    const error = await failureOf(connect('http://127.0.0.1:1', { transport: never }), withToken, {
      timeout: 30,
    });
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 30, mayHaveBeenSent: true });
  });

  it('may be longer than the longest timer', async () => {
    await using server = await misbehavingServer(success);
    await expect(call(connect(server.endpoint), withToken, {}, { timeout: Infinity })).resolves.toBeDefined();
  });

  it('names the earlier failure as its cause', async () => {
    await using server = await misbehavingServer(busy, () => {});
    const error = await failureOf(connect(server.endpoint), withToken, { timeout: 400 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).cause).toBeInstanceOf(ServiceError);
  });
});

describe('a request that cannot be sent', () => {
  it('is refused with the issues of the validator', async () => {
    await using server = await misbehavingServer(success);
    const refused = call(connect(server.endpoint), withToken, {}, {}, validator);
    await expect(refused).rejects.toBeInstanceOf(RequestError);
    await expect(refused).rejects.toMatchObject({ issues: [{ message: 'Name must be short' }], attempts: 0 });
    expect(server.requests).toHaveLength(0);
  });

  it('is refused when a text has no UTF-8 form', async () => {
    const refused = call(connect('http://127.0.0.1:1'), withToken, { Name: '\ud800' });
    await expect(refused).rejects.toBeInstanceOf(RequestError);
  });
});

describe('secrets', () => {
  const { accessKeySecret, securityToken } = credentials;

  it('are in no error, also when the server echoes them', async () => {
    const echo = JSON.stringify({
      Code: 'Echo',
      Message: accessKeySecret,
      RequestId: securityToken,
      HostId: accessKeySecret,
    });
    await using server = await misbehavingServer(answer(400, echo));
    const error = await failureOf(connect(server.endpoint));
    const shown =
      inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String((error as Error).stack);
    expect(error).toBeInstanceOf(ServiceError);
    expect(shown).not.toContain(accessKeySecret);
    expect(shown).not.toContain(securityToken);
  });

  it('are not shown by inspecting a connection', () => {
    const shown = inspect(connect('http://127.0.0.1:1'), { depth: 9, showHidden: true, getters: true });
    expect(shown).toContain('http://127.0.0.1:1');
    expect(shown).not.toContain(accessKeySecret);
  });

  it('that are malformed are refused by name', () => {
    const keys = { accessKeyId: 'id', accessKeySecret: 'pasted-secret\n' };
    const make = () => connect('http://127.0.0.1:1', { credentials: keys });
    expect(make).toThrow(CredentialsError);
    expect(make).toThrow(/accessKeySecret/);
    expect(make).not.toThrow(/pasted-secret/);
  });

  it('that are no object are refused without being quoted', () => {
    const text = 'whole-secret' as unknown as Credentials;
    const make = () => connect('http://127.0.0.1:1', { credentials: text });
    expect(make).toThrow(CredentialsError);
    expect(make).not.toThrow(/whole-secret/);
  });

  it('that are a number sign as its text', async () => {
    const keys = { accessKeyId: 'id', accessKeySecret: 20_200_601 as unknown as string };
    await using server = await misbehavingServer(success);
    await expect(call(connect(server.endpoint, { credentials: keys }), withToken, {})).resolves.toBeDefined();
  });
});

it('reports a failing transport as a connection error', async () => {
  const error = await failureOf(connect('http://127.0.0.1:1', { transport: broken }), withoutToken);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining('no radio'), mayHaveBeenSent: true });
});

it('believes only a TransportError about the phase', async () => {
  let sent = 0;
  const transport: Transport = async () => {
    sent++;
    throw Object.assign(new Error('stale'), { phase: 'connect', cause: 'inner' });
  };
  const error = await failureOf(connect('http://127.0.0.1:1', { transport }), withoutToken);
  expect(error).toMatchObject({ phase: 'headers', mayHaveBeenSent: true, cause: { message: 'stale' } });
  expect(sent).toBe(1);
});

it('keeps a reason that is falsy as the cause of an abort', async () => {
  const error = await failureOf(connect('http://127.0.0.1:1'), withToken, { signal: AbortSignal.abort(0) });
  expect(error).toMatchObject({ name: 'AbortError', cause: 0 });
});
