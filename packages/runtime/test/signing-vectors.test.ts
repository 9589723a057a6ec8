import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalHeaders, canonicalRequest, mergeHeaders, signRequest } from '../src/index.ts';
import type { Pair } from '../src/index.ts';
import * as node from '../src/platform/node.ts';
import * as web from '../src/platform/web.ts';

interface Vector {
  readonly id: string;
  readonly negative: boolean;
  readonly input: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly method: string;
    readonly canonicalUri: string;
    readonly query: Record<string, string>;
    readonly headers: Pair[];
    readonly body?: string;
    readonly hashedPayload?: string;
  };
  readonly expected: {
    readonly signature?: string;
    readonly authorization?: string;
    readonly hashedCanonicalRequest?: string;
  };
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

const file = new URL('data/acs3-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
const platforms = [
  ['node:crypto', node],
  ['Web Crypto', web],
] as const;

afterEach(() => void vi.useRealTimers());

const positive = vectors.filter((vector) => !vector.negative);
const mismatched = vectors.filter((vector) => vector.negative);

async function compute(input: Vector['input'], platform: typeof node | typeof web) {
  const hashedPayload = input.hashedPayload ?? (await platform.sha256(input.body ?? ''));
  const { method, canonicalUri: path, headers } = input;
  const canonical = canonicalRequest({
    method,
    path,
    query: Object.entries(input.query),
    headers,
    hashedPayload,
  });
  const hashedCanonicalRequest = await platform.sha256(canonical);
  const text = `ACS3-HMAC-SHA256\n${hashedCanonicalRequest}`;
  const signature = await platform.hmacSha256(input.accessKeySecret, text);
  const [, names] = canonicalHeaders(mergeHeaders(headers));
  const header = `ACS3-HMAC-SHA256 Credential=${input.accessKeyId},SignedHeaders=${names},Signature=${signature}`;
  return {
    canonicalRequest: canonical,
    stringToSign: text,
    hashedCanonicalRequest,
    signature,
    authorization: header,
  };
}

describe.each(platforms)('published ACS3 vectors with %s', (_, platform) => {
  it.each(positive)('$id', async ({ input, expected, ...steps }) => {
    const computed = await compute(input, platform);
    expect(computed).toMatchObject(expected);
    expect(computed.canonicalRequest).toBe(steps.canonicalRequest);
    expect(computed.stringToSign).toBe(steps.stringToSign);
  });

  it.each(mismatched)('$id must not match', async ({ input, expected }) => {
    expect((await compute(input, platform)).signature).not.toBe(expected.signature);
  });
});

it('has vectors of both kinds', () => {
  expect(mismatched).toHaveLength(1);
  expect(positive).toHaveLength(8);
});

const requests = vectors.filter(
  ({ input, negative }) => !negative && input.canonicalUri === '/' && input.hashedPayload === undefined,
);

describe('signRequest', () => {
  it.each(requests)(
    'signs $id as published',
    async ({ input, expected, canonicalRequest: request, stringToSign }) => {
      const headers = Object.fromEntries(input.headers);
      const signed = await signRequest({
        method: input.method,
        origin: `https://${headers['host']}`,
        query: Object.entries(input.query),
        headers,
        ...(input.body === undefined ? {} : { body: input.body }),
        credentials: input,
      });
      expect(signed.headers['authorization']).toContain(`Signature=${expected.signature}`);
      expect(signed.headers['authorization']).toBe(expected.authorization ?? signed.headers['authorization']);
      expect(signed).toMatchObject({ canonicalRequest: request, stringToSign });
    },
  );
});

it('signRequest takes headers in any case, with spaces around their values', async () => {
  const { input } = requests[0]!;
  const unsigned = { method: 'POST', origin: 'https://h', query: [], credentials: input, nonce: 'n' };
  const [plain, odd] = await Promise.all(
    [{ 'x-acs-action': 'A' }, { 'X-Acs-Action': ' A ' }].map((headers) =>
      signRequest({ ...unsigned, headers, date: new Date(0) }),
    ),
  );
  expect(odd).toEqual(plain);
  expect(plain!.canonicalRequest).toContain('\nx-acs-action:A\n');
});

it('signRequest dates a request by the clock, forwards and backwards, in whole seconds', async () => {
  vi.useFakeTimers();
  const unsigned = { method: 'POST', origin: 'https://h', query: [], credentials: requests[0]!.input };
  const dateAt = async (now: string) => {
    vi.setSystemTime(new Date(now));
    return (await signRequest(unsigned)).headers['x-acs-date'];
  };
  expect(await dateAt('2026-01-01T00:00:00.999Z')).toBe('2026-01-01T00:00:00Z');
  expect(await dateAt('2026-01-01T00:00:01.000Z')).toBe('2026-01-01T00:00:01Z');
  expect(await dateAt('2025-12-31T23:59:59.500Z')).toBe('2025-12-31T23:59:59Z');
});
