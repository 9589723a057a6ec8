import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { type Credentials, type CredentialsInput, resolveProvider } from '../../src/credentials/index.ts';
import { LookupError } from '../../src/credentials/lookup-error.ts';
import { secret } from './world.ts';

const keys = { accessKeyId: 'LTAI-id', accessKeySecret: secret, securityToken: `${secret}-token` };
const fields = ({ accessKeyId, accessKeySecret, securityToken, expiration }: Credentials) => ({
  accessKeyId,
  accessKeySecret,
  securityToken,
  expiration,
});

describe('keys given as an object', () => {
  test('are given back', async () => {
    expect(fields(await resolveProvider(keys)())).toEqual(keys);
    expect((await resolveProvider({ ...keys, securityToken: '' })()).securityToken).toBeUndefined();
  });

  test('are copied, so that later changes have no effect', async () => {
    const given = { ...keys };
    const getCredentials = resolveProvider(given);
    given.accessKeySecret = 'other';
    expect((await getCredentials()).accessKeySecret).toBe(secret);
  });

  test.each([
    ['accessKeyId', '', 'is missing or empty'],
    ['accessKeySecret', undefined, 'is missing or empty'],
    ['accessKeySecret', `${secret}\n`, 'printable ASCII'],
    ['accessKeySecret', 42, 'printable ASCII'],
    ['securityToken', `${secret}\r\nx-acs-other: 1`, 'printable ASCII'],
    ['expiration', secret, 'ISO 8601'],
  ])('with %s %j are refused at once', (field, value, reason) => {
    const resolve = () => resolveProvider({ ...keys, [field]: value });
    expect(resolve).toThrow(LookupError);
    expect(resolve).toThrow(new RegExp(`credentials: ${field}.*${reason}`));
    expect(resolve).not.toThrow(secret);
  });

  test.each([[undefined], [null], ['LTAI-id'], [{}]])('that are %j are refused at once', (given) => {
    expect(() => resolveProvider(given as never)).toThrow(/credentials: accessKeyId is missing/);
  });
});

describe('held credentials', () => {
  test.each<[string, (held: object) => string]>([
    ['inspect', inspect],
    ['inspect of everything', (held) => inspect(held, { showHidden: true, getters: true, depth: 9 })],
    ['inspect inside another object', (held) => inspect({ client: [held] }, { depth: 9 })],
    ['JSON.stringify', (held) => JSON.stringify(held)],
    ['a spread', (held) => JSON.stringify({ ...held }) + inspect({ ...held }, { showHidden: true })],
    ['String', String],
  ])('show no secret to %s', async (_name, show) => {
    expect(show(await resolveProvider(keys)())).not.toContain(secret);
  });

  test('show the id, which is no secret', async () => {
    expect(inspect(await resolveProvider(keys)())).toContain('LTAI-id');
  });
});

describe('a function', () => {
  test('is asked each time when its answer has no expiration', async () => {
    const provider = vi.fn<() => Promise<Credentials>>(async () => keys);
    const getCredentials = resolveProvider(provider);
    expect(fields(await getCredentials())).toEqual(keys);
    await getCredentials();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  test('is asked once while its session lasts, with a Date or a text', async () => {
    const end = new Date(Date.now() + 3_600_000);
    for (const expiration of [end, end.toISOString()]) {
      const provider = vi.fn<() => CredentialsInput>(() => ({ ...keys, expiration }));
      const getCredentials = resolveProvider(provider);
      expect(fields(await getCredentials())).toEqual({ ...keys, expiration: end });
      await getCredentials();
      expect(provider).toHaveBeenCalledTimes(1);
    }
  });

  test('rejects with its own error, and is asked again', async () => {
    const own = new Error('vault is sealed');
    const provider = vi.fn<() => Promise<Credentials>>(async () => keys).mockRejectedValueOnce(own);
    const getCredentials = resolveProvider(provider);
    await expect(getCredentials()).rejects.toBe(own);
    await expect(getCredentials()).resolves.toHaveProperty('accessKeyId', 'LTAI-id');
  });

  test('that answers something else is named in the error', async () => {
    const getCredentials = resolveProvider((() => undefined) as never);
    await expect(getCredentials()).rejects.toThrow(
      /answer of the credentials function: accessKeyId is missing/,
    );
  });
});

test('an object with getCredential() is called as its own method', async () => {
  class Official {
    readonly #model = { ...keys, type: 'sts', providerName: 'static_sts' };
    async getCredential() {
      return this.#model;
    }
  }
  expect(fields(await resolveProvider(new Official())())).toEqual(keys);
  const bearer = { getCredential: async () => ({ bearerToken: secret }) as object };
  await expect(resolveProvider(bearer)()).rejects.toThrow(
    'answer of getCredential(): accessKeyId is missing',
  );
});
