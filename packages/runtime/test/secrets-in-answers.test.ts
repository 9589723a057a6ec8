import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConnectionError, fetchTransport, httpTransport, ServiceError } from '../src/index.ts';
import { answer, misbehavingServer } from './support/server.ts';
import { connect, failureOf, withoutToken } from './support/operation.ts';

// What base64 has besides letters and digits, which is what servers escape.
const credentials = { accessKeyId: 'id', accessKeySecret: 'key/of+a=user', securityToken: 'CAIS/to+ken==' };
const { accessKeySecret, securityToken } = credentials;

const hex = (character: string): string => `\\u00${character.charCodeAt(0).toString(16)}`;

/** How servers write the same text in JSON. */
const escapes: Readonly<Record<string, (json: string) => string>> = {
  'as it is': (json) => json,
  'with \\/': (json) => json.replaceAll('/', '\\/'),
  'with \\u003d': (json) => json.replace(/[=+/]/g, hex),
  'with \\u003D, twice the same name': (json) =>
    `{"Message":"${securityToken}",${json.replace(/[=+]/g, (character) => hex(character).toUpperCase().replace('U', 'u')).slice(1)}`,
};

const body = JSON.stringify({
  Code: `Echo.${accessKeySecret}`,
  Message: `signed with ${accessKeySecret} and ${securityToken}`,
  RequestId: securityToken,
  HostId: accessKeySecret,
  Recommend: `https://r/?${securityToken}`,
});

/** All that a log could show of an error, with JSON's escapes undone. */
const shown = (error: unknown): string =>
  `${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}${(error as Error).stack}`
    .replace(/\\+u00(..)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '');

async function failure(status: number, text: string, headers: Readonly<Record<string, string>> = {}) {
  await using server = await misbehavingServer(answer(status, text, headers));
  return await failureOf(connect(server.endpoint, { credentials }), withoutToken, { maxAttempts: 1 });
}

describe('a secret that the server echoes is in no error', () => {
  it.each(Object.entries(escapes))('%s', async (_, escape) => {
    for (const status of [302, 400, 503]) {
      const text = shown(await failure(status, escape(body)));
      expect(text).toContain('Echo.***: signed with *** and ***');
      for (const secret of [accessKeySecret, securityToken]) expect(text).not.toContain(secret);
    }
  });

  it('in a header', async () => {
    const headers = { location: `https://other/?t=${securityToken}`, 'x-acs-request-id': accessKeySecret };
    const error = await failure(302, '', headers);
    expect(error).toMatchObject({ status: 302, requestId: '***' });
    expect((error as Error).message).toContain('location: https://other/?t=***');
    expect(shown(error)).not.toContain(securityToken);
  });
});

it('a text without secrets stays as the server wrote it', async () => {
  const text = '{ "Code": "A\\/B",\n  "Message": "a\\u003db" }';
  expect(await failure(400, text)).toMatchObject({ text, code: 'A/B' });
});

it('nothing of an answer is kept at any length', async () => {
  const long = 'x'.repeat(1_000_000);
  const error = await failure(
    400,
    JSON.stringify({ Code: long, Message: long, RequestId: long, HostId: long }),
  );
  expect(error).toBeInstanceOf(ServiceError);
  expect(shown(error).length).toBeLessThan(60_000);
});

it.each([
  ['httpTransport', httpTransport()],
  ['fetchTransport', fetchTransport()],
])('a server that sends the request back shows no token, by %s', async (_, transport) => {
  await using server = await misbehavingServer((socket, head) => void socket.write(`${head}\r\n\r\n`));
  const error = await failureOf(connect(server.endpoint, { credentials, transport }), withoutToken);
  expect(error).toBeInstanceOf(ConnectionError);
  const { cause } = error as ConnectionError;
  const fields = Object.values(cause as object).map(String);
  expect(`${shown(error)}${fields.join()}`).not.toContain(securityToken);
});
