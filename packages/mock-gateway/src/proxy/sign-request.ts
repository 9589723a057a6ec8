import { hash, randomUUID } from 'node:crypto';
import type { AccessKey } from '../auth/access-keys.ts';
import { acs3, acs3CanonicalRequest, acs3Signature, acs3StringToSign } from '../auth/acs3-signature.ts';
import { canonicalQuery } from '../auth/encode.ts';
import type { Pair } from '../requests/query.ts';

/** A call to be signed for the real wire. */
export interface UnsignedCall {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: readonly Pair[];
  readonly body: Buffer;
  readonly contentType: string | undefined;
  /** Current time in milliseconds. */
  readonly now: number;
}

/** Path and headers of the signed request: `POST /` with every parameter in the query string. */
export interface SignedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs with ACS3-HMAC-SHA256 and a nonce of its own. */
export function signRequest(call: UnsignedCall, key: AccessKey): SignedRequest {
  const bodyHash = hash('sha256', call.body, 'hex');
  const headers: Readonly<Record<string, string>> = {
    host: call.host,
    ...(call.contentType === undefined ? {} : { 'content-type': call.contentType }),
    'x-acs-action': call.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': new Date(call.now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    ...(key.securityToken === undefined ? {} : { 'x-acs-security-token': key.securityToken }),
    'x-acs-signature-nonce': randomUUID().replaceAll('-', ''),
    'x-acs-version': call.version,
  };
  const signed = Object.entries(headers).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const request = { method: 'POST', path: '/', query: call.query, bodyHash };
  const signature = acs3Signature(acs3StringToSign(acs3CanonicalRequest(request, signed)), key.secret);
  const names = signed.map(([name]) => name).join(';');
  const authorization = `${acs3} Credential=${key.id},SignedHeaders=${names},Signature=${signature}`;
  return { path: `/?${canonicalQuery(call.query)}`, headers: { ...headers, authorization } };
}
