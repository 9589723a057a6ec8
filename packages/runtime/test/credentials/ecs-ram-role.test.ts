import { describe, expect, test } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import { type Answer, loopback, type Seen } from './loopback.ts';
import { secret, session, world } from './world.ts';

const tokenPath = '/latest/api/token';
const rolesPath = '/latest/meta-data/ram/security-credentials/';
const tokenOf = ({ headers }: Seen) => headers['x-aliyun-ecs-metadata-token'];

/** The service of an instance with the role `my-role`; a test overrides the answer to some requests. */
async function instance(override: (seen: Seen) => Answer | 'usual' = () => 'usual') {
  const server = await loopback((seen) => {
    const answer = override(seen);
    if (answer !== 'usual') return answer;
    if (seen.path === tokenPath) return seen.method === 'PUT' ? [200, 'v2-token'] : [405, ''];
    if (seen.path === rolesPath) return [200, 'my-role\n'];
    return seen.path === `${rolesPath}my-role` ? [200, session()] : [404, ''];
  });
  return { server, machine: world(server) };
}

describe('the second version of the service', () => {
  test('is asked for a token, the role and the session, in this order', async () => {
    const { server, machine } = await instance();
    const credentials = await defaultChain(machine.options)();
    expect(credentials).toMatchObject({
      accessKeyId: 'STS.id',
      accessKeySecret: secret,
      securityToken: 'token',
    });
    expect(credentials.expiration).toEqual(new Date('2030-01-01T01:00:00Z'));
    expect(server.seen.map((seen) => [seen.method, seen.path, tokenOf(seen)])).toEqual([
      ['PUT', tokenPath, undefined],
      ['GET', rolesPath, 'v2-token'],
      ['GET', `${rolesPath}my-role`, 'v2-token'],
    ]);
    expect(server.seen[0]?.headers['x-aliyun-ecs-metadata-token-ttl-seconds']).toBe('21600');
  });

  test('is not asked for a role that the environment names', async () => {
    const { server, machine } = await instance();
    machine.env['ALIBABA_CLOUD_ECS_METADATA'] = 'my-role';
    await defaultChain(machine.options)();
    expect(server.seen.map(({ path }) => path)).toEqual([tokenPath, `${rolesPath}my-role`]);
  });
});

describe('the first version of the service', () => {
  test('is used when no token is to be had', async () => {
    const { server, machine } = await instance(({ path }) => (path === tokenPath ? [404, ''] : 'usual'));
    await defaultChain(machine.options)();
    expect(server.seen.slice(1).map(tokenOf)).toEqual([undefined, undefined]);
  });

  test('is used when a token is refused', async () => {
    const { server, machine } = await instance((seen) => (tokenOf(seen) ? [403, ''] : 'usual'));
    await defaultChain(machine.options)();
    expect(server.seen.map(tokenOf)).toEqual([undefined, 'v2-token', undefined, undefined]);
  });

  test.each([
    [
      'no token is to be had',
      ({ path }: Seen): Answer | 'usual' => (path === tokenPath ? [404, ''] : 'usual'),
      tokenPath,
    ],
    [
      'a token is refused',
      (seen: Seen): Answer | 'usual' => (tokenOf(seen) ? [403, ''] : 'usual'),
      rolesPath,
    ],
  ])('is not used where turned off, when %s', async (_when, override, place) => {
    const { server, machine } = await instance(override);
    machine.env['ALIBABA_CLOUD_IMDSV1_DISABLED'] = 'True';
    await expect(defaultChain(machine.options)()).rejects.toThrow(
      `http://100.100.100.200${place}: answered 40`,
    );
    expect(server.seen.filter((seen) => seen.method === 'GET' && !tokenOf(seen))).toEqual([]);
  });
});

describe('what does not serve', () => {
  test.each<[string, Answer, RegExp]>([
    ['an instance without a role', [404, ''], /credentials\/: answered 404$/m],
    ['an empty role name', [200, '\n'], /names no RAM role/],
    ['something else than a role name', [200, `<html>${secret}</html>`], /credentials\/: names no RAM role/],
    ['a role name that leads elsewhere', [200, '../user-data?'], /credentials\/: names no RAM role/],
    ['a redirect', [302, ''], /credentials\/: answered 302$/m],
    ['no answer', undefined, /credentials\/: no answer within 50 ms/],
    ['an endless answer', [200, 'x'.repeat(70_000)], /no answer \(AnswerTooLong\)/],
  ])('%s', async (_name, answer, message) => {
    const { machine } = await instance(({ path }) => (path === rolesPath ? answer : 'usual'));
    const answered = defaultChain({ ...machine.options, metadataTimeout: 50 })();
    await expect(answered).rejects.toThrow(message);
    await expect(answered).rejects.not.toThrow(secret);
  });

  test.each<[string, unknown, RegExp]>([
    ['another Code', { ...session(), Code: 'Failed' }, /its answer has no Code "Success"/],
    ['no secret', { ...session(), AccessKeySecret: undefined }, /its answer: accessKeySecret is missing/],
    ['no token', { ...session(), SecurityToken: '' }, /its answer holds no SecurityToken/],
    ['a field of another type', { ...session(), AccessKeyId: { secret } }, /its answer: accessKeyId must be/],
    ['a session of the past', session(-1), /its session ended at 2029-12-31T23:59:59.999Z/],
    ['a wrong time', { ...session(), Expiration: secret }, /its answer: expiration must be/],
    ['no JSON', `{"AccessKeySecret": ${secret}}`, /answered 200 with something that is not JSON/],
    ['null', null, /its answer has no Code/],
  ])('a session with %s', async (_name, body, message) => {
    const { machine } = await instance(({ path }) =>
      path === `${rolesPath}my-role` ? [200, body] : 'usual',
    );
    const answer = defaultChain(machine.options)();
    await expect(answer).rejects.toThrow(message);
    await expect(answer).rejects.not.toThrow(secret);
  });

  test('a service that is turned off is not asked', async () => {
    const { server, machine } = await instance();
    machine.env['ALIBABA_CLOUD_ECS_METADATA_DISABLED'] = 'true';
    await expect(defaultChain(machine.options)()).rejects.toThrow(
      'turned off by ALIBABA_CLOUD_ECS_METADATA_DISABLED',
    );
    expect(server.seen).toEqual([]);
  });
});
