import { signRequest } from '@swas/runtime';
import { expect, test } from 'vitest';
import { casesFor, document, isAcs3, keyOf } from './cases.ts';

interface ToSign {
  readonly key: string;
  readonly method: string;
  readonly host: string;
  readonly date: string;
  readonly nonce: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly withoutSecurityToken?: true;
}

function signed(signing: ToSign, query: Readonly<Record<string, string>>) {
  const { accessKeyId, accessKeySecret, securityToken } = keyOf(signing.key);
  const token = signing.withoutSecurityToken === true ? undefined : securityToken;
  return signRequest({
    method: signing.method,
    origin: `https://${signing.host}`,
    query: Object.entries(query),
    headers: signing.headers,
    credentials: { accessKeyId, accessKeySecret, ...(token === undefined ? {} : { securityToken: token }) },
    date: new Date(signing.date),
    nonce: signing.nonce,
  });
}

test.each(casesFor('signer'))('%s is signed as the cases say', async (_id, { query, signatures }) => {
  for (const signature of signatures.filter(isAcs3)) {
    const { canonicalRequest, stringToSign, headers } = await signed(signature, query);
    expect({ canonicalRequest, stringToSign, authorization: headers['authorization'] }).toEqual({
      canonicalRequest: signature.canonicalRequest,
      stringToSign: signature.stringToSign,
      authorization: signature.authorization,
    });
    expect(headers).toMatchObject(signature.signedHeaders);
  }
});

const published = document.published.filter(({ algorithm }) => algorithm === 'ACS3-HMAC-SHA256');

test.each(published)('$id is signed as it was published', async (vector) => {
  const { headers } = await signed(vector, vector.query);
  expect(headers['authorization']).toBe(vector.authorization);
});
