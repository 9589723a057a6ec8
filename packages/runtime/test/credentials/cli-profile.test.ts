import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';
import { loopback } from './loopback.ts';
import { cliPath, secret, session, world } from './world.ts';

type Profile = Readonly<Record<string, unknown>>;

const key = { access_key_id: 'cli-id', access_key_secret: secret };
const config = (profile: Profile, ...others: Profile[]) =>
  JSON.stringify({ current: 'p', profiles: [{ name: 'p', ...profile }, ...others] });

async function cliAttempt(machine: ReturnType<typeof world>, options = {}) {
  const error: unknown = await defaultChain({ ...machine.options, ...options })().catch(
    (caught: unknown) => caught,
  );
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  return (error as LookupError).lookups!.find(({ source }) => source === 'cli-profile');
}

describe('modes', () => {
  test.each([
    ['AK', { mode: 'AK', ...key, sts_token: 'left over' }, undefined],
    ['StsToken', { mode: 'StsToken', ...key, sts_token: 'token' }, 'token'],
  ])('%s', async (_mode, profile, securityToken) => {
    const machine = world();
    machine.files[cliPath] = `\uFEFF${config(profile)}`;
    const credentials = await defaultChain(machine.options)();
    expect(credentials).toMatchObject({ accessKeyId: 'cli-id', accessKeySecret: secret });
    expect(credentials.securityToken).toBe(securityToken);
  });

  test('a key replaced in the file serves at the next call', async () => {
    const machine = world();
    machine.files[cliPath] = config({ mode: 'AK', ...key });
    const getCredentials = defaultChain(machine.options);
    await getCredentials();
    machine.files[cliPath] = config({ mode: 'AK', ...key, access_key_id: 'rotated' });
    expect((await getCredentials()).accessKeyId).toBe('rotated');
  });

  test('EcsRamRole', async () => {
    const server = await loopback(({ path }) => [200, path.endsWith('/my-role') ? session() : '']);
    const machine = world(server);
    machine.files[cliPath] = config({ mode: 'EcsRamRole', ram_role_name: 'my-role' });
    expect((await defaultChain(machine.options)()).accessKeyId).toBe('STS.id');
    expect(server.seen.at(-1)?.path).toBe('/latest/meta-data/ram/security-credentials/my-role');
  });

  test.each([
    [secret, /^answered 404$/],
    [`${secret} ${secret}`, /^not asked: the name given for the RAM role is none$/],
  ])('EcsRamRole with the role name %j does not show it', async (name, reason) => {
    const machine = world(await loopback(() => [404, '']));
    machine.files[cliPath] = config({ mode: 'EcsRamRole', ram_role_name: name });
    expect((await cliAttempt(machine))?.reason).toMatch(reason);
  });

  test('CredentialsURI', async () => {
    const server = await loopback(() => [200, session()]);
    const machine = world();
    machine.files[cliPath] = config({ mode: 'CredentialsURI', credentials_uri: `${server.url}/keys` });
    expect((await defaultChain(machine.options)()).accessKeyId).toBe('STS.id');
  });

  test('CredentialsURI that does not serve is not shown', async () => {
    const server = await loopback(() => [403, '']);
    const machine = world();
    machine.files[cliPath] = config({ mode: 'CredentialsURI', credentials_uri: `${server.url}/${secret}` });
    expect(await cliAttempt(machine)).toMatchObject({
      place: expect.stringMatching(/config\.json \(its current profile\): credentials_uri$/) as string,
      reason: 'answered 403',
    });
    await expect(defaultChain(machine.options)()).rejects.not.toThrow(secret);
  });

  test.each([
    'CloudSSO',
    'OAuth',
    'External',
    'RsaKeyPair',
    'RamRoleArnWithRoleName',
    'BearerToken',
    'Anonymous',
  ])('%s is named, with the way around', async (mode) => {
    const machine = world();
    machine.files[cliPath] = config({ mode, ...key });
    expect((await cliAttempt(machine))?.reason).toMatch(
      new RegExp(`^its mode ${mode} is not supported here; pass an @alicloud/credentials instance`),
    );
  });

  test('one that the CLI does not have is not repeated', async () => {
    const machine = world();
    machine.files[cliPath] = config({ mode: secret });
    expect((await cliAttempt(machine))?.reason).toMatch(/^its mode is not known;/);
  });

  test.each<[Profile, RegExp]>([
    [{ mode: 'AK', access_key_id: 'id' }, /mode AK: accessKeySecret is missing/],
    [{ mode: 'AK', ...key, access_key_id: [secret] }, /mode AK: accessKeyId must be/],
    [{ mode: 'StsToken', ...key }, /sts_token is missing/],
    [{ mode: 'RamRoleArn', ...key }, /ram_role_arn is missing/],
    [{ mode: 'OIDC', ram_role_arn: 'arn' }, /oidc_provider_arn is missing/],
    [{ mode: 'CredentialsURI', credentials_uri: `ftp://${secret}` }, /is not an http or https address/],
    [{ mode: 'ChainableRamRoleArn', source_profile: secret }, /source_profile does not exist/],
    [{ mode: 'ChainableRamRoleArn', source_profile: 'p' }, /source_profile leads back to itself/],
  ])('%j lacks something', async (profile, reason) => {
    const machine = world();
    machine.files[cliPath] = config(profile);
    expect((await cliAttempt(machine))?.reason).toMatch(reason);
  });
});

describe('the profile', () => {
  const file = config({ mode: 'AK', ...key }, { name: 'q', mode: 'AK', ...key, access_key_id: 'q-id' });

  test('comes from the option, then the environment, then the file', async () => {
    const machine = world();
    machine.files[cliPath] = file;
    const id = async (profile?: string) =>
      (await defaultChain({ ...machine.options, ...(profile ? { profile } : {}) })()).accessKeyId;
    expect(await id()).toBe('cli-id');
    machine.env['ALIBABA_CLOUD_PROFILE'] = 'q';
    expect(await id()).toBe('q-id');
    expect(await id('p')).toBe('cli-id');
  });

  test('that does not exist is named when it was asked for', async () => {
    const machine = world();
    machine.files[cliPath] = file;
    expect(await cliAttempt(machine, { profile: 'r' })).toEqual({
      source: 'cli-profile',
      place: `${cliPath} (profile r)`,
      reason: 'has no such profile',
    });
    machine.files[cliPath] = JSON.stringify({ current: secret, profiles: [] });
    expect((await cliAttempt(machine))?.place).toBe(`${cliPath} (its current profile)`);
  });

  test('is not looked for where the file is turned off', async () => {
    const machine = world();
    machine.files[cliPath] = file;
    machine.env['ALIBABA_CLOUD_CLI_PROFILE_DISABLED'] = 'TRUE';
    expect((await cliAttempt(machine))?.reason).toContain('turned off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED');
  });
});

describe('a malformed file', () => {
  test.each([
    [`{\n  "access_key_secret": "${secret}"\n  "mode": "AK"\n}`, /^is not valid JSON/],
    [secret, /^is not valid JSON/],
    ['', /^is not valid JSON/],
    ['null', /^has no such profile/],
    [`["${secret}"]`, /^has no such profile/],
    [`{"profiles": {"${secret}": 1}}`, /^has no such profile/],
    [`{"profiles": [null, 1, "${secret}"]}`, /^its mode is not known|^has no such profile/],
  ])('%j is refused without its text', async (text, reason) => {
    const machine = world();
    machine.files[cliPath] = text;
    expect((await cliAttempt(machine))?.reason).toMatch(reason);
  });

  test('cut or damaged anywhere never gets into the error', async () => {
    const whole = config({ mode: 'AK', access_key_id: secret.repeat(2), access_key_secret: secret });
    const machine = world();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(4), fc.string({ maxLength: 3 }), async (at, cut, put) => {
        machine.files[cliPath] = whole.slice(0, at) + put + whole.slice(at + cut);
        const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
        const shown = inspect(error, { depth: 9, showHidden: true });
        expect(shown.replaceAll('Credentials(', '').includes('SECRET-') && error instanceof Error).toBe(
          false,
        );
      }),
    );
  });
});

test.each([
  ['EACCES', 'no permission to read it'],
  ['EISDIR', 'is a directory'],
  ['EIO', 'cannot be read (EIO)'],
])('a file that cannot be read for %s says so', async (code, reason) => {
  const machine = world();
  machine.options.environment.readFile = async () =>
    Promise.reject(Object.assign(new Error(secret), { code }));
  expect((await cliAttempt(machine))?.reason).toBe(reason);
});
