import { hash } from 'node:crypto';
import type { Pair } from '../requests/query.ts';
import { canonicalQuery } from './encode.ts';
import { HmacSha256 } from './hmac-sha256.ts';

/** Name of the current signature algorithm, first word of its `Authorization` header. */
export const acs3 = 'ACS3-HMAC-SHA256';

/** What an ACS3 signature covers. */
export interface Acs3Request {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Pair[];
  /** SHA-256 of the body as lower-case hexadecimal text. */
  readonly bodyHash: string;
}

/**
 * The canonical request: every signed part on lines of its own.
 * @param headers signed headers in order: lower-case names, trimmed values
 */
export function acs3CanonicalRequest(request: Acs3Request, headers: readonly Pair[]): string {
  const { method, path, query, bodyHash } = request;
  let [lines, names] = ['', ''];
  for (const [name, value] of headers) {
    lines += `${name}:${value}\n`;
    names += names === '' ? name : `;${name}`;
  }
  return `${method}\n${path}\n${canonicalQuery(query)}\n${lines}\n${names}\n${bodyHash}`;
}

/** The string that is signed: algorithm and hash of the canonical request. */
export function acs3StringToSign(canonicalRequest: string): string {
  return `${acs3}\n${hash('sha256', canonicalRequest, 'hex')}`;
}

/** The signature, lower-case hexadecimal text. The secret is the key as it is. */
export function acs3Signature(stringToSign: string, secret: string): string {
  return new HmacSha256(secret).digest(stringToSign);
}
