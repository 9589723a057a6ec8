import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';
import { rpcSignature } from '../../src/credentials/rpc-signature.ts';
import { loopback } from './loopback.ts';
import { cliPath, secret, session, world } from './world.ts';

const roleArn = 'acs:ram::1:role/r';
const providerArn = 'acs:ram::1:oidc-provider/p';
const oidc = {
  ALIBABA_CLOUD_ROLE_ARN: roleArn,
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: providerArn,
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/token',
};
const cli = (...profiles: object[]) => JSON.stringify({ current: 'p', profiles });

/** A machine whose token service answers; `urls` holds what was asked for before it went to loopback. */
async function tokenService(answer: unknown = { Credentials: session() }, status = 200) {
  const server = await loopback(() => [status, answer]);
  const machine = world(server);
  const urls: string[] = [];
  const { request } = machine.options.environment;
  machine.options.environment.request = async (asked) => {
    urls.push(new URL(asked.url).host);
    return request(asked);
  };
  machine.files['/token'] = ` ${secret}-jwt\n`;
  return { server, machine, urls };
}

describe('AssumeRoleWithOIDC', () => {
  test('sends the token in the form, unsigned', async () => {
    const { server, machine, urls } = await tokenService();
    Object.assign(machine.env, oidc);
    expect(await defaultChain(machine.options)()).toMatchObject({
      accessKeyId: 'STS.id',
      securityToken: 'token',
    });
    expect(urls).toEqual(['sts.aliyuncs.com']);
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path: '/',
      query: {
        Version: '2015-04-01',
        Action: 'AssumeRoleWithOIDC',
        Format: 'JSON',
        Timestamp: '2030-01-01T00:00:00Z',
      },
      form: {
        OIDCProviderArn: providerArn,
        OIDCToken: `${secret}-jwt`,
        RoleArn: roleArn,
        RoleSessionName: 'swas-1893456000000',
        DurationSeconds: '3600',
      },
    });
    expect(Object.keys(server.seen[0]?.query ?? {})).toHaveLength(4);
    expect(server.seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test.each([
    [{ ALIBABA_CLOUD_STS_REGION: 'cn-beijing' }, 'sts.cn-beijing.aliyuncs.com'],
    [
      { ALIBABA_CLOUD_STS_REGION: 'cn-beijing', ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true' },
      'sts-vpc.cn-beijing.aliyuncs.com',
    ],
    [{ ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true' }, 'sts.aliyuncs.com'],
  ])('with %j goes to %s', async (env, host) => {
    const { machine, urls } = await tokenService();
    Object.assign(machine.env, oidc, env);
    await defaultChain(machine.options)();
    expect(urls).toEqual([host]);
  });

  test('reads a mode of the CLI, with its own duration, session and region', async () => {
    const { server, machine, urls } = await tokenService();
    const fields = { oidc_token_file: '/token', oidc_provider_arn: providerArn, ram_role_arn: roleArn };
    const more = {
      ram_session_name: 'me',
      duration_seconds: 900,
      expired_seconds: 1800,
      sts_region: 'cn-beijing',
    };
    machine.files[cliPath] = cli({ name: 'p', mode: 'OIDC', ...fields, ...more, enable_vpc: true });
    await defaultChain(machine.options)();
    expect(urls).toEqual(['sts-vpc.cn-beijing.aliyuncs.com']);
    expect(server.seen[0]?.form).toMatchObject({ RoleSessionName: 'me', DurationSeconds: '900' });
  });

  test.each<[string, object, Record<string, string>, RegExp]>([
    [
      'a region that is none',
      { ALIBABA_CLOUD_STS_REGION: `evil.example/${secret}` },
      {},
      /STS is not a host name/,
    ],
    ['no token file', { ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/nowhere' }, {}, /\/nowhere: no such file/],
    ['an empty token file', {}, { '/token': '\n' }, /\/token: is empty/],
  ])('with %s sends nothing', async (_name, env, files, message) => {
    const { machine, urls } = await tokenService();
    Object.assign(machine.env, oidc, env);
    Object.assign(machine.files, files);
    const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
    expect(String(error)).toMatch(message);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    expect(urls).not.toContain('sts.aliyuncs.com');
  });

  test('that is refused tells the code and nothing that was sent', async () => {
    const { machine } = await tokenService(
      { Code: 'AuthenticationFail.OIDCToken.Expired', Message: secret },
      400,
    );
    Object.assign(machine.env, oidc);
    const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
    expect((error as LookupError).lookups![1]).toEqual({
      source: 'oidc',
      place: 'POST https://sts.aliyuncs.com/ (AssumeRoleWithOIDC)',
      reason: 'answered 400 AuthenticationFail.OIDCToken.Expired',
    });
  });

  test('without Credentials in the answer does not serve', async () => {
    const { machine } = await tokenService({ RequestId: 'r' });
    Object.assign(machine.env, oidc);
    await expect(defaultChain(machine.options)()).rejects.toThrow(
      /AssumeRoleWithOIDC\): its answer holds no Sec/,
    );
  });
});

const escape = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${Buffer.from(c).toString('hex').toUpperCase()}`);

/** An independent reading of the RPC style, from the decoded request alone. */
function expectedSignature(parameters: Record<string, string>): string {
  const pairs = Object.entries(parameters).filter(([name]) => name !== 'Signature');
  const query = pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).toSorted();
  const text = `POST&%2F&${escape(query.join('&'))}`;
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}

describe('AssumeRole', () => {
  const key = { access_key_id: 'id', access_key_secret: secret };
  const role = { ram_role_arn: roleArn, ram_session_name: 'me !*', external_id: 'x', expired_seconds: 900 };

  test('is signed over query and form', async () => {
    const { server, machine, urls } = await tokenService();
    machine.files[cliPath] = cli({
      name: 'p',
      mode: 'RamRoleArn',
      ...key,
      ...role,
      sts_endpoint: 'sts.example.com',
    });
    expect((await defaultChain(machine.options)()).accessKeyId).toBe('STS.id');
    expect(urls).toEqual(['sts.example.com']);
    const { query = {}, form = {} } = server.seen[0] ?? {};
    expect(form).toEqual({
      RoleArn: roleArn,
      RoleSessionName: 'me !*',
      ExternalId: 'x',
      DurationSeconds: '900',
    });
    expect(query).toMatchObject({ Action: 'AssumeRole', AccessKeyId: 'id', SignatureMethod: 'HMAC-SHA1' });
    expect(query['Signature']).toBe(expectedSignature({ ...query, ...form }));
  });

  test('can build on another profile and its token', async () => {
    const { server, machine } = await tokenService();
    const chained = { name: 'p', mode: 'ChainableRamRoleArn', source_profile: 'q', ...role };
    machine.files[cliPath] = cli(chained, { name: 'q', mode: 'StsToken', ...key, sts_token: 'first' });
    await defaultChain(machine.options)();
    const { query = {}, form = {} } = server.seen[0] ?? {};
    expect(query['SecurityToken']).toBe('first');
    expect(query['Signature']).toBe(expectedSignature({ ...query, ...form }));
  });

  test.each([
    [{ expired_seconds: 60 }, /must be 900 seconds or more/],
    [{ sts_endpoint: `evil.example/${secret}` }, /STS is not a host name/],
    [{ sts_endpoint: '256.256.256.256' }, /STS is not a host name/],
  ])('with %j sends nothing', async (wrong, message) => {
    const { machine, urls } = await tokenService();
    machine.files[cliPath] = cli({ name: 'p', mode: 'RamRoleArn', ...key, ...role, ...wrong });
    const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
    expect(String(error)).toMatch(message);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    expect(urls.filter((host) => host !== '100.100.100.200')).toEqual([]);
  });

  test('reproduces the documented signature', async () => {
    const parameters = {
      AccessKeyId: 'testid',
      Action: 'DescribeDedicatedHosts',
      Format: 'JSON',
      RegionId: 'cn-beijing',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: 'edb2b34af0af9a6d14deaf7c1a5315eb',
      SignatureVersion: '1.0',
      Timestamp: '2023-03-13T08:34:30Z',
      Version: '2014-05-26',
    };
    expect(await rpcSignature('GET', parameters, 'testsecret')).toBe('9NaGiOspFP5UPcwX8Iwt2YJXXuk=');
  });
});
