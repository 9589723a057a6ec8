import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import { LookupError } from '../../src/credentials/lookup-error.ts';
import { loopback } from './loopback.ts';
import { cliPath, failure, iniPath, secret, session, start, world, type World } from './world.ts';

const steps: readonly (readonly [source: string, id: string, add: (world: World) => void])[] = [
  [
    'env',
    'env-id',
    ({ env }) =>
      Object.assign(env, { ALIBABA_CLOUD_ACCESS_KEY_ID: 'env-id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret }),
  ],
  [
    'oidc',
    'oidc-id',
    ({ env, files }) => {
      Object.assign(env, { ALIBABA_CLOUD_ROLE_ARN: 'arn', ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'arn' });
      Object.assign(env, { ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/token' });
      files['/token'] = 'jwt';
    },
  ],
  [
    'cli-profile',
    'cli-id',
    ({ files }) => {
      const profile = { name: 'p', mode: 'AK', access_key_id: 'cli-id', access_key_secret: secret };
      files[cliPath] = JSON.stringify({ current: 'p', profiles: [profile] });
    },
  ],
  [
    'ini-profile',
    'ini-id',
    ({ files }) => {
      files[iniPath] = `[default]\ntype = access_key\naccess_key_id = ini-id\naccess_key_secret = ${secret}`;
    },
  ],
  ['ecs-ram-role', 'ecs-id', ({ env }) => void (env['ALIBABA_CLOUD_ECS_METADATA'] = 'role')],
  ['credentials-uri', 'uri-id', () => undefined],
];

/** Every service on one server; the metadata service answers only when `ecs` says so. */
const services = async (ecs: () => boolean) =>
  loopback(({ path, query }) => {
    if (path === '/uri') return [200, { ...session(), AccessKeyId: 'uri-id' }];
    if (query['Action']) return [200, { Credentials: { ...session(), AccessKeyId: 'oidc-id' } }];
    if (path === '/latest/api/token') return [200, 'token'];
    return ecs() ? [200, { ...session(), AccessKeyId: 'ecs-id' }] : [404, ''];
  });

const unavailable = async () => Promise.reject(failure('NotOnThisPlatform'));

describe('the order', () => {
  test.each(steps.map(([source, id], index) => ({ source, id, index })))(
    '$source goes before what follows',
    async (step) => {
      const server = await services(() => step.index <= 4);
      const machine = world(server);
      machine.env['ALIBABA_CLOUD_CREDENTIALS_URI'] = `${server.url}/uri`;
      for (const [, , add] of steps.slice(step.index)) add(machine);
      const credentials = await defaultChain(machine.options)();
      expect(credentials.accessKeyId).toBe(step.id);
      expect(credentials.accessKeySecret).toBe(secret);
    },
  );
});

describe('when nothing serves', () => {
  test('the error names every place and why, and shows none of it twice', async () => {
    const error: unknown = await defaultChain(world().options)().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LookupError);
    expect((error as LookupError).name).toBe('Error');
    expect((error as LookupError).message.split('\n')).toEqual([
      'No credentials found. Looked in:',
      '  env: environment variables ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET not set',
      '  oidc: environment variables ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE: ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE not set',
      `  cli-profile: ${cliPath}: no such file`,
      `  ini-profile: ${iniPath}: no such file`,
      '  ecs-ram-role: GET http://100.100.100.200/latest/meta-data/ram/security-credentials/: no answer (EHOSTUNREACH)',
      '  credentials-uri: environment variable ALIBABA_CLOUD_CREDENTIALS_URI: not set',
      'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or pass `credentials`.',
    ]);
    expect((error as LookupError).lookups!.map(({ source }) => source)).toEqual(
      steps.map(([source]) => source),
    );
  });

  test('nothing is pinned: what is set up later serves', async () => {
    const machine = world();
    const getCredentials = defaultChain(machine.options);
    await expect(getCredentials()).rejects.toThrow(LookupError);
    steps[0]?.[2](machine);
    expect((await getCredentials()).accessKeyId).toBe('env-id');
  });

  test('a platform without files, home or HTTP says so for each', async () => {
    const machine = world();
    const environment = { ...machine.options.environment, homedir: async () => '', request: unavailable };
    const error: unknown = await defaultChain({ environment })().catch((reason: unknown) => reason);
    expect(String(error)).toContain('~/.aliyun/config.json: this platform names no home directory');
    expect(String(error)).toContain('no answer (NotOnThisPlatform)');
  });
});

describe('environment variables', () => {
  test('are read at each call', async () => {
    const machine = world();
    steps[0]?.[2](machine);
    const getCredentials = defaultChain(machine.options);
    await getCredentials();
    machine.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] = 'rotated';
    machine.env['ALIBABA_CLOUD_SECURITY_TOKEN'] = 'token';
    expect(await getCredentials()).toMatchObject({ accessKeyId: 'rotated', securityToken: 'token' });
  });

  test.each([
    ['', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET not set'],
    [`${secret}\n`, 'as set: accessKeySecret must be printable ASCII text without spaces or line breaks'],
  ])('with the secret %j are passed over with the reason', async (value, reason) => {
    const machine = world();
    Object.assign(machine.env, { ALIBABA_CLOUD_ACCESS_KEY_ID: 'id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: value });
    const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
    expect((error as LookupError).lookups![0]?.reason).toBe(reason);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});

describe('while a session lasts', () => {
  test('a hiccup of its source hands nobody over to a later source', async () => {
    let up = true;
    const server = await services(() => up);
    const machine = world(server);
    machine.env['ALIBABA_CLOUD_ECS_METADATA'] = 'role';
    machine.env['ALIBABA_CLOUD_CREDENTIALS_URI'] = `${server.url}/uri`;
    const getCredentials = defaultChain(machine.options);
    await getCredentials();
    up = false;
    machine.now = start + 50 * 60_000;
    expect((await getCredentials()).accessKeyId).toBe('ecs-id');
    machine.now = start + 60 * 60_000 - 1;
    expect((await getCredentials()).accessKeyId).toBe('ecs-id');
  });

  test('its source is asked once, and later ones serve when it has ended for good', async () => {
    const server = await services(() => machine.now === start);
    const machine = world(server);
    machine.env['ALIBABA_CLOUD_ECS_METADATA'] = 'role';
    const getCredentials = defaultChain(machine.options);
    await Promise.all([getCredentials(), getCredentials()]);
    await getCredentials();
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/latest/api/token',
      '/latest/meta-data/ram/security-credentials/role',
    ]);
    machine.now = start + 3_600_000;
    const { env } = machine;
    env['ALIBABA_CLOUD_CREDENTIALS_URI'] = `${server.url}/uri`;
    await expect(getCredentials()).rejects.toThrow(
      /credentials-uri: .*: its session ended at 2030-01-01T01:00:00.000Z/,
    );
  });
});

test('nothing is looked up before the first call', () => {
  const machine = world();
  const readFile = vi.spyOn(machine.options.environment, 'readFile');
  defaultChain(machine.options);
  expect(readFile).not.toHaveBeenCalled();
});

test('a fault of the chain itself is not taken for a missing source', async () => {
  const machine = world();
  const environment = {
    ...machine.options.environment,
    homedir: async () => Promise.reject(new TypeError('bug')),
  };
  await expect(defaultChain({ environment })()).rejects.toThrow(new TypeError('bug'));
});

test('a module that could not be loaded is loaded the next time', async () => {
  const machine = world();
  steps[0]?.[2](machine);
  const getCredentials = defaultChain(machine.options);
  vi.resetModules();
  vi.doMock('../../src/credentials/chain.ts', () => Promise.reject(new Error('offline')));
  await expect(getCredentials()).rejects.toThrow('when mocking a module');
  vi.doUnmock('../../src/credentials/chain.ts');
  expect((await getCredentials()).accessKeyId).toBe('env-id');
});
