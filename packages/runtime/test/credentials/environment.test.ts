import os from 'node:os';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { platformEnvironment } from '../../src/credentials/environment.ts';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';

const { getBuiltinModule: original } = process;

afterEach(() => {
  Object.assign(process, { getBuiltinModule: original });
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('where the modules of Node are missing', () => {
  test.each([
    ['has none', () => undefined],
    ['is one that a bundler made', undefined],
  ])('every source that needs one says so, if the process %s', async (_, getBuiltinModule) => {
    Object.assign(process, { getBuiltinModule });
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
  vi.spyOn(os, 'homedir').mockImplementation(() => {
    throw new Error('uv_os_homedir returned ENOENT');
  });
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
