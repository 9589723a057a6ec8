import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acs3CanonicalRequest, acs3Signature, acs3StringToSign } from '../../src/auth/acs3-signature.ts';
import { rpcSignature, rpcStringToSign } from '../../src/auth/rpc-signature.ts';
import { signedHeader, type Incoming } from '../../src/requests/incoming.ts';
import type { Pair } from '../../src/requests/query.ts';

/** Known answers: published in the documents, in the official SDKs' unit tests, or computed by an official SDK. */
interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly rejected?: string;
  readonly input: {
    readonly method: string;
    readonly canonicalUri: string;
    readonly accessKeySecret: string;
    readonly query: Readonly<Record<string, string>>;
    readonly params: Readonly<Record<string, string>>;
    readonly headers: readonly Pair[];
    readonly body?: string;
    readonly hashedPayload?: string;
  };
  readonly expected: {
    readonly authorization?: string;
    readonly signature?: string;
    readonly stringToSign?: string;
    readonly canonicalRequest?: string;
  };
}

const file = new URL('signature-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] };
const ofKind = (start: string): readonly Vector[] => vectors.filter(({ kind }) => kind.startsWith(start));

/** Signed headers as the gateway reads them from a request that carries these. */
function signedPairs(headers: readonly Pair[]): readonly Pair[] {
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))].toSorted();
  const values = (name: string): string[] =>
    headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
  const incoming = {
    headers: Object.fromEntries(names.map((name) => [name, values(name).join(', ')])),
    rawHeaders: headers.flat(),
  } as unknown as Incoming;
  return names.map((name) => [name, signedHeader(incoming, name) ?? '']);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function signAcs3({ input }: Vector): { canonicalRequest: string; stringToSign: string; signature: string } {
  const { method, canonicalUri: path } = input;
  const bodyHash = input.hashedPayload ?? sha256(input.body ?? '');
  const request = { method, path, query: Object.entries(input.query), bodyHash };
  const canonicalRequest = acs3CanonicalRequest(request, signedPairs(input.headers));
  const stringToSign = acs3StringToSign(canonicalRequest);
  const secret = input.accessKeySecret;
  return { canonicalRequest, stringToSign, signature: acs3Signature(stringToSign, secret) };
}

describe('published signatures', () => {
  it('are all here', () => {
    expect(vectors).toHaveLength(15);
    expect(ofKind('ACS3')).toHaveLength(9);
    expect(ofKind('RPC')).toHaveLength(6);
  });

  it.each(ofKind('ACS3'))('ACS3: $id', (vector) => {
    const { canonicalRequest, stringToSign, signature } = signAcs3(vector);
    expect(canonicalRequest).toBe(vector.expected.canonicalRequest);
    expect(stringToSign).toBe(vector.expected.stringToSign);
    const { expected } = vector;
    expect(signature).toBe(expected.signature ?? expected.authorization?.split('Signature=')[1]);
    expect(signature).not.toBe(vector.rejected);
  });

  it('the negative one is among them', () => {
    expect(vectors.filter(({ rejected }) => rejected !== undefined)).toHaveLength(1);
  });

  it.each(ofKind('RPC'))('RPC: $id', ({ input, expected }) => {
    const stringToSign = rpcStringToSign(input.method, Object.entries(input.params));
    expect(stringToSign).toBe(expected.stringToSign);
    expect(rpcSignature(stringToSign, input.accessKeySecret)).toBe(expected.signature);
  });
});
