import { afterEach, expect, it, vi } from 'vitest';
import { call, resolveCredentials, type GetCredentials } from '../src/index.ts';
import { headerOf, misbehavingServer, success } from './support/server.ts';
import { connect, withToken } from './support/operation.ts';

afterEach(() => vi.unstubAllEnvs());

const keys = { accessKeyId: 'asked', accessKeySecret: 'secret' };
const session = { ...keys, expiration: new Date(Date.now() + 3_600_000) };

it('leaves keys as they are', () => {
  expect(resolveCredentials(keys)).toBe(keys);
});

it('asks an object once for calls at the same time, and again only when its answer ends', async () => {
  const getCredential = vi.fn<() => Promise<typeof session>>(async () => session);
  const credentials = resolveCredentials({ getCredential }) as GetCredentials;
  await Promise.all([credentials(), credentials(), credentials()]);
  await credentials();
  expect(getCredential).toHaveBeenCalledTimes(1);
});

it('looks in the environment when given nothing', async () => {
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'from-env');
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'secret');
  await using server = await misbehavingServer(success);
  await call(connect(server.endpoint, { credentials: resolveCredentials(undefined) }), withToken, {});
  expect(headerOf(server.requests[0]!, 'authorization')).toContain('Credential=from-env,');
});
