import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type OfficialCredential from '@alicloud/credentials';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultChain, resolveProvider } from '../../packages/runtime/src/credentials/index.ts';

// The package is CommonJS with a `default` of its own, which an ES import does not unwrap.
const { default: Credential } = createRequire(import.meta.url)('@alicloud/credentials') as {
  default: typeof OfficialCredential.default;
};

const secret = 'canary-secret';
const keys = { accessKeyId: 'official-id', accessKeySecret: secret };

describe('an instance of the official package is accepted as it is', () => {
  test('with an access key', async () => {
    const credential = new Credential({ type: 'access_key', ...keys } as never);
    const { accessKeyId, accessKeySecret, securityToken } = await resolveProvider(credential)();
    expect({ accessKeyId, accessKeySecret, securityToken }).toEqual({ ...keys, securityToken: undefined });
  });

  test('with a token', async () => {
    const credential = new Credential({ type: 'sts', ...keys, securityToken: 'token' } as never);
    expect((await resolveProvider(credential)()).securityToken).toBe('token');
  });

  test('with a bearer token, which signs nothing, it is refused', async () => {
    const credential = new Credential({ type: 'bearer', bearerToken: secret } as never);
    const getCredentials = resolveProvider(credential);
    await expect(getCredentials()).rejects.toThrow(
      'answer of getCredential(): accessKeyId is missing or empty',
    );
  });
});

/** The fields in order; the official chain writes "no token" as an empty text. */
const pick = (from: {
  accessKeyId?: string;
  accessKeySecret?: string;
  securityToken?: string | undefined;
}) => [from.accessKeyId, from.accessKeySecret, from.securityToken || undefined];

async function both() {
  return { official: pick(await new Credential().getCredential()), own: pick(await defaultChain()()) };
}

const same = (accessKeyId: string, securityToken?: string) => ({
  official: [accessKeyId, secret, securityToken],
  own: [accessKeyId, secret, securityToken],
});

const ak = (name: string, id: string) => ({ name, mode: 'AK', access_key_id: id, access_key_secret: secret });
const section = (name: string, id: string) =>
  `[${name}]\ntype = access_key\naccess_key_id = "${id}"\naccess_key_secret = ${secret} ; why\n`;

describe('on the same machine', () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'credentials-'));
    onTestFinished(async () => rm(home, { recursive: true }));
    for (const name of Object.keys(process.env)) {
      if (name.startsWith('ALIBABA_CLOUD_')) vi.stubEnv(name, undefined);
    }
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    // Nothing outside this machine is asked.
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    // Unset, the official chain would ask https://undefined/; nothing listens here.
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', 'http://127.0.0.1:9/');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const write = async (path: string, text: string) => {
    await mkdir(join(home, path, '..'), { recursive: true });
    await writeFile(join(home, path), text);
  };
  const cli = async (...profiles: object[]) =>
    write('.aliyun/config.json', JSON.stringify({ current: 'first', profiles }));
  test('both chains choose the environment, then the CLI, then the ini file', async () => {
    await write('.alibabacloud/credentials', section('default', 'ini-id') + section('other', 'other-id'));
    expect(await both()).toEqual(same('ini-id'));
    vi.stubEnv('ALIBABA_CLOUD_PROFILE', 'other');
    expect(await both()).toEqual(same('other-id'));
    vi.stubEnv('ALIBABA_CLOUD_PROFILE', undefined);
    await cli(ak('first', 'cli-id'), ak('second', 'second-id'));
    expect(await both()).toEqual(same('cli-id'));
    vi.stubEnv('ALIBABA_CLOUD_PROFILE', 'second');
    expect(await both()).toEqual(same('second-id'));
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'env-id');
    expect(await both()).toEqual(same('second-id'));
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', secret);
    vi.stubEnv('ALIBABA_CLOUD_SECURITY_TOKEN', 'token');
    expect(await both()).toEqual(same('env-id', 'token'));
  });

  test('both read the token of a CLI profile and pass over a file that is turned off', async () => {
    await cli({ ...ak('first', 'sts-id'), mode: 'StsToken', sts_token: 'token' });
    await write('.alibabacloud/credentials', section('default', 'ini-id'));
    expect(await both()).toEqual(same('sts-id', 'token'));
    vi.stubEnv('ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'True');
    expect(await both()).toEqual(same('ini-id'));
  });

  test('both read a credentials URI', async () => {
    const expiration = new Date(Date.now() + 3_600_000).toISOString();
    const answer = {
      AccessKeyId: 'uri-id',
      AccessKeySecret: secret,
      SecurityToken: 'token',
      Expiration: expiration,
    };
    const server = createServer((_request, response) => response.end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    vi.stubEnv(
      'ALIBABA_CLOUD_CREDENTIALS_URI',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    );
    expect(await both()).toEqual(same('uri-id', 'token'));
  });

  describe('where the official chain errs, ours does not', () => {
    test('a config.json with a mistake is not printed', async () => {
      await write('.aliyun/config.json', `{"profiles": [{"access_key_secret": "${secret}" "mode": "AK"}]}`);
      const official = new Credential().getCredential();
      await expect(official).rejects.toThrow(secret);
      const own = defaultChain()();
      await expect(own).rejects.toThrow(/config\.json: is not valid JSON/);
      await expect(own).rejects.not.toThrow(secret);
    });

    test('a failure everywhere is not remembered', async () => {
      const official = new Credential();
      const own = defaultChain();
      await expect(official.getCredential()).rejects.toThrow(/127\.0\.0\.1:9/);
      await expect(own()).rejects.toThrow('No credentials found');
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'later-id');
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', secret);
      await expect(official.getCredential()).rejects.toThrow(/127\.0\.0\.1:9/);
      expect((await own()).accessKeyId).toBe('later-id');
    });
  });
});
