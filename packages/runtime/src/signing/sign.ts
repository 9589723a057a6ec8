import { hmacSha256, sha256 } from '#platform';
import type { Credentials } from '../credentials/types.ts';
import { canonicalHeaders } from './canonical.ts';

/** A request whose query string is in canonical form already. */
export interface EncodedRequest {
  readonly method: string;
  /** Default `/`, the path of the RPC style. */
  readonly path?: string;
  readonly query: string;
  /** Lower-case names, `host` among them; values without spaces around them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** Name of the algorithm, as it stands in the string to sign and in the `Authorization` header. */
const ALGORITHM = 'ACS3-HMAC-SHA256';

// Nearly no request has a body.
let emptyHash: string | undefined;

// Spelling a date takes a third as long as hashing a request, and those of a burst share their second.
let second = 0;
let date: string;
function dateOfNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) date = `${new Date((second = now) * 1000).toISOString().slice(0, 19)}Z`;
  return date;
}

/** Headers of the signed request, its canonical form and the string to sign; see `signRequest`. */
export async function sign(
  { method, path = '/', query, headers: given, body }: EncodedRequest,
  { accessKeyId, accessKeySecret, securityToken }: Credentials,
): Promise<[headers: Record<string, string>, canonicalRequest: string, text: string]> {
  const hash = body ? await sha256(body) : (emptyHash ??= await sha256(''));
  const headers: Record<string, string> = {
    'x-acs-date': dateOfNow(),
    'x-acs-signature-nonce': crypto.randomUUID(),
    'x-acs-content-sha256': hash,
  };
  if (securityToken) headers['x-acs-security-token'] = securityToken;
  Object.assign(headers, given);
  const [lines, names] = canonicalHeaders(headers);
  const canonicalRequest = `${method}\n${path}\n${query}\n${lines}\n${names}\n${hash}`;
  const text = `${ALGORITHM}\n${await sha256(canonicalRequest)}`;
  const signature = await hmacSha256(accessKeySecret, text);
  headers['authorization'] ??=
    `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`;
  return [headers, canonicalRequest, text];
}
