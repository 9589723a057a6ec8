import { startGateway, type Gateway } from '@swas/mock-gateway';
import { request as requestHttp } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { casesFor, document, isAcs3, type Case, type Signature } from './cases.ts';

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

const accessKeys = Object.values(document.keys)
  .filter(({ unknown }) => unknown !== true)
  .map(({ accessKeyId, accessKeySecret, securityToken }) => ({
    id: accessKeyId,
    secret: accessKeySecret,
    account: 'one',
    ...(securityToken === undefined ? {} : { securityToken }),
  }));

const start = ({ server }: Case): Promise<Gateway> =>
  startGateway({ accessKeys, clock: () => Date.parse(document.time), images: server?.images ?? [] });

const escaped = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');

/** The request just as the signature has it, its date, nonce and host included. */
function parts({ query }: Case, signature: Signature) {
  if (isAcs3(signature)) {
    const headers = { ...signature.signedHeaders, authorization: signature.authorization };
    return { path: `/?${escaped(query)}`, headers };
  }
  const parameters = { ...signature.signedParameters, Signature: signature.signature };
  return { path: `/?${escaped(parameters)}`, headers: {} };
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

function send(port: number, one: Case, signature: Signature): Promise<Answer> {
  const { path, headers } = parts(one, signature);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method: signature.method, path, headers };
    const request = requestHttp(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] });
      });
    });
    request.on('error', reject).end();
  });
}

function expectAnswer({ status, body }: Answer, expected: NonNullable<Case['server']>['answer']): void {
  const seen = expected.status === '4xx' ? `${Math.floor(status / 100)}xx` : status;
  expect({ status: seen, code: expected.code === undefined ? undefined : body['Code'] }).toEqual({
    status: expected.status,
    code: expected.code,
  });
  for (const name of expected.required) expect(body[name], name).toMatch(/./u);
  for (const name of expected.forbidden) expect(body).not.toHaveProperty(name);
}

test.each(casesFor('server'))('the gateway answers %s as the cases say', async (_id, one) => {
  for (const signature of one.signatures) {
    gateway = await start(one);
    const answer = await send(gateway.port, one, signature);
    if (one.server !== undefined) expectAnswer(answer, one.server.answer);
    const images = gateway.images();
    for (const [id, state] of Object.entries(one.server?.after ?? {})) {
      const image = images.find(({ ImageId }) => ImageId === id);
      expect(image === undefined ? 'absent' : image.Shared === true ? 'shared' : 'unshared', id).toBe(state);
    }
    await gateway.close();
  }
});
