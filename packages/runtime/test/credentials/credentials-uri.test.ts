import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';
import { type Answer, loopback } from './loopback.ts';
import { secret, session, world } from './world.ts';

test('answers with a session', async () => {
  const server = await loopback(() => [200, session()]);
  const machine = world();
  machine.env['ALIBABA_CLOUD_CREDENTIALS_URI'] = `${server.url}/keys?for=me`;
  const credentials = await defaultChain(machine.options)();
  expect(credentials).toMatchObject({
    accessKeyId: 'STS.id',
    accessKeySecret: secret,
    securityToken: 'token',
  });
  expect(server.seen.map(({ method, path, query }) => [method, path, query])).toEqual([
    ['GET', '/keys', { for: 'me' }],
  ]);
});

async function refusal(uri: string, requestTimeout?: number) {
  const machine = world();
  machine.env['ALIBABA_CLOUD_CREDENTIALS_URI'] = uri;
  const options = { ...machine.options, ...(requestTimeout ? { requestTimeout } : {}) };
  const error: unknown = await defaultChain(options)().catch((caught: unknown) => caught);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  return (error as LookupError).lookups![5];
}

test.each<[string, Answer, string]>([
  ['an error with a code', [403, { Code: 'Forbidden.RAM', Message: secret }], 'answered 403 Forbidden.RAM'],
  ['an error with a code that is none', [500, { Code: `${secret} text` }], 'answered 500'],
  ['an error with a page', [502, `<html>${secret}</html>`], 'answered 502'],
  ['a redirect', [302, ''], 'answered 302'],
  ['something else', [200, { secret }], 'its answer holds no SecurityToken'],
  ['nothing in time', undefined, 'no answer within 50 ms'],
])('that answers %s is passed over with the reason', async (_name, answer, reason) => {
  const server = await loopback(() => answer);
  const { host } = new URL(server.url);
  // Only the case of silence may wait for the deadline: a busy machine answers late.
  const timeout = answer === undefined ? 50 : undefined;
  expect(await refusal(`http://user:${secret}@${host}/keys?token=${secret}#${secret}`, timeout)).toEqual({
    source: 'credentials-uri',
    place: `GET ${server.url}/keys`,
    reason,
  });
  expect(server.seen).toHaveLength(1);
});

test('that nobody listens at is passed over', async () => {
  expect((await refusal('http://127.0.0.1:9/'))?.reason).toBe('no answer (ECONNREFUSED)');
});

test.each([[secret], [`file:///${secret}`], [`http://${secret}:port/`], ['javascript:0']])(
  'that is %j is no address',
  async (uri) => {
    expect(await refusal(uri)).toMatchObject({
      place: 'environment variable ALIBABA_CLOUD_CREDENTIALS_URI',
      reason: 'is not an http or https address',
    });
  },
);
