import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { call, CallError, CredentialsError, defaultChain, resolveCredentials } from '../src/index.ts';
import { connect, credentials, failureOf, withToken } from './support/operation.ts';
import { headerOf, misbehavingServer, success } from './support/server.ts';

const nowhere = 'http://127.0.0.1:1';
// What the machine of the test may have is looked at by none of these.
const environment = {
  env: {},
  homedir: async () => '',
  request: () => Promise.reject(new Error('no network')),
};

it("a function's own error is the cause of a call's error", async () => {
  const sealed = new Error('vault is sealed');
  const error = await failureOf(connect(nowhere, { credentials: () => Promise.reject(sealed) }));
  expect(error).toBeInstanceOf(CredentialsError);
  expect(error).toBeInstanceOf(CallError);
  expect(error).toMatchObject({
    name: 'CredentialsError',
    message: 'ChangeThing: vault is sealed',
    operation: 'ChangeThing',
    attempts: 0,
    mayHaveBeenSent: false,
    cause: sealed,
  });
});

it('a chain that finds nothing tells every place, in a call and outside of one', async () => {
  const chain = defaultChain({ environment });
  const places = ['env', 'oidc', 'cli-profile', 'ini-profile', 'ecs-ram-role', 'credentials-uri'];
  const alone: unknown = await chain().catch((reason: unknown) => reason);
  const called = await failureOf(connect(nowhere, { credentials: chain }));
  for (const error of [alone, called]) {
    expect(error).toBeInstanceOf(CredentialsError);
    expect((error as CredentialsError).lookups?.map(({ source }) => source)).toEqual(places);
  }
  expect((alone as CredentialsError).message).toMatch(/^No credentials found/);
  expect(called).toMatchObject({ operation: 'ChangeThing', attempts: 0 });
});

it('what a function answers is checked, and shown nowhere', async () => {
  const pasted = { ...credentials, accessKeySecret: 'pasted-secret\n' };
  for (const given of [async () => pasted, { getCredential: async () => pasted }]) {
    for (const accepted of [given, resolveCredentials(given)]) {
      const error = await failureOf(connect(nowhere, { credentials: accepted }));
      expect(error).toBeInstanceOf(CredentialsError);
      expect((error as Error).message).toContain('accessKeySecret');
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('pasted-secret');
    }
  }
});

it('an error that quotes a credentials file is not repeated', async () => {
  const quoting = new Error('cannot parse {"access_key_secret":"quoted-secret"}');
  const given = { getCredential: () => Promise.reject(quoting) };
  for (const accepted of [given, resolveCredentials(given)]) {
    const error = await failureOf(connect(nowhere, { credentials: accepted }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect((error as Error).message).toContain('quotes a credentials file');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('quoted-secret');
  }
});

it('a connection takes anything with getCredential(), as its own method', async () => {
  class Official {
    readonly #keys = { ...credentials, accessKeyId: 'official', type: 'sts' };
    async getCredential() {
      return this.#keys;
    }
  }
  await using server = await misbehavingServer(success);
  await call(connect(server.endpoint, { credentials: new Official() }), withToken, {});
  expect(headerOf(server.requests[0]!, 'authorization')).toContain('Credential=official,');
  expect(headerOf(server.requests[0]!, 'x-acs-security-token')).toBe(credentials.securityToken);
});
