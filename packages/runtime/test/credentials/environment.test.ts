import { afterEach, describe, expect, test, vi } from 'vitest';
import { platformEnvironment } from '../../src/credentials/environment.ts';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';

const modules = ['node:os', 'node:fs/promises', 'node:http', 'node:https'];

afterEach(() => {
  for (const name of modules) vi.doUnmock(name);
  vi.unstubAllEnvs();
});

const homedir = () => {
  throw new Error('uv_os_homedir returned ENOENT');
};

describe('where the modules of Node are missing, as in a browser', () => {
  test('every source that needs one says so', async () => {
    for (const name of modules) vi.doMock(name, () => Promise.reject(new Error('missing')));
    const env = {
      ALIBABA_CLOUD_CREDENTIALS_FILE: '/credentials',
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
      ALIBABA_CLOUD_CREDENTIALS_URI: 'http://127.0.0.1:9/',
    };
    const error: unknown = await defaultChain({ environment: { env } })().catch((caught: unknown) => caught);
    const reasons = (error as LookupError).lookups!.map(({ place, reason }) => `${place}: ${reason}`);
    expect(reasons.slice(2)).toEqual([
      '~/.aliyun/config.json: this platform names no home directory',
      '/credentials: cannot be read (NotOnThisPlatform)',
      'http://100.100.100.200/latest/meta-data/ram/security-credentials/: turned off by ALIBABA_CLOUD_ECS_METADATA_DISABLED=true',
      'GET http://127.0.0.1:9/: no answer (NotOnThisPlatform)',
    ]);
  });
});

test('a home directory that Node does not find counts as none', async () => {
  vi.doMock('node:os', () => ({ homedir, default: { homedir } }));
  expect(await platformEnvironment().homedir()).toBe('');
});

test('files, home and variables are those of the process', async () => {
  vi.stubEnv('HOME', '/home/of-test');
  vi.stubEnv('USERPROFILE', '/home/of-test');
  const environment = platformEnvironment();
  vi.stubEnv('SET_LATER', 'yes');
  expect(environment.env['SET_LATER']).toBe('yes');
  expect(await environment.homedir()).toBe('/home/of-test');
  await expect(environment.readFile('/home/of-test/none')).rejects.toHaveProperty('code', 'ENOENT');
});
