import { signedHeader, type Incoming } from '../requests/incoming.ts';
import type { Pair } from '../requests/query.ts';
import type { Refusal } from '../refusal.ts';
import { findAccessKey, type AccessKey } from './access-keys.ts';
import { acs3, acs3CanonicalRequest, acs3StringToSign } from './acs3-signature.ts';
import type { Authenticate, AuthenticationContext } from './authenticator.ts';
import { equalDigits } from './equal-text.ts';
import { HmacSha256 } from './hmac-sha256.ts';
import { parseAuthorization, type Authorization, type SignedHeaders } from './parse-authorization.ts';
import { timestampFault } from './timestamp.ts';

/** Verifies an ACS3-HMAC-SHA256 signature with the list of headers that the request itself declares. */
export const authenticateAcs3: Authenticate = (incoming, context) => {
  const { refusals, now } = context;
  const header = incoming.headers.authorization ?? '';
  if (!header.startsWith(`${acs3} `)) return refusals.gateway('invalid-signature-method', 'SignatureMethod');
  const authorization = parseAuthorization(header);
  if (authorization === undefined) return refusals.gateway('missing-signature', 'Signature');
  const timestamp = timestampFault(text(incoming, 'x-acs-date'), now);
  if (timestamp !== undefined) return refusals.gateway(timestamp, 'x-acs-date');
  if (!text(incoming, 'x-acs-signature-nonce')) return refusals.gateway('missing-nonce', 'SignatureNonce');
  const securityToken = text(incoming, 'x-acs-security-token');
  const key = findAccessKey(context.keys, { accessKeyId: authorization.accessKeyId, securityToken });
  if (typeof key === 'string') return refusals.gateway(key, 'SecurityToken');
  return verify(incoming, authorization, key, context);
};

/** Prepared keys, each for as long as the gateway knows its access key. */
const hmacs = new WeakMap<AccessKey, HmacSha256>();

function hmacOf(key: AccessKey): HmacSha256 {
  const known = hmacs.get(key) ?? new HmacSha256(key.secret);
  hmacs.set(key, known);
  return known;
}

function verify(
  incoming: Incoming,
  authorization: Authorization,
  key: AccessKey,
  { refusals, nonces, now }: AuthenticationContext,
): AccessKey | Refusal {
  const headers = signedPairs(incoming, authorization.signedHeaders);
  if (headers === undefined) return refusals.gateway('missing-signature', 'SignedHeaders');
  const declaredHash = incoming.headers['x-acs-content-sha256'];
  if (declaredHash !== undefined && declaredHash !== incoming.bodyHash) {
    return refusals.gateway('content-hash-mismatch', 'x-acs-content-sha256');
  }
  const canonicalRequest = acs3CanonicalRequest(incoming, headers);
  const stringToSign = acs3StringToSign(canonicalRequest);
  if (!equalDigits(authorization.signature, hmacOf(key).digest(stringToSign))) {
    return refusals.gateway('signature-mismatch', '', explain(stringToSign, canonicalRequest));
  }
  // Only after the signature: otherwise anyone could use up the nonces of somebody else's requests.
  // As it was signed: sent in two headers, the same nonce reads differently in either order.
  const nonce = signedHeader(incoming, 'x-acs-signature-nonce') ?? '';
  return nonces.use(key.id, nonce, now) ? key : refusals.gateway('nonce-used', 'SignatureNonce');
}

/** Names and values of the signed headers; undefined when one is absent or one that matters is left out. */
function signedPairs(incoming: Incoming, { names, uncovered }: SignedHeaders): readonly Pair[] | undefined {
  // What is no form may be sent under any type; but whether it is one must not be anybody's to say.
  if (incoming.form.length > 0 && !names.includes('content-type')) return undefined;
  for (const name of uncovered) if (name === 'host' || incoming.headers[name] !== undefined) return undefined;
  const pairs: Pair[] = [];
  for (const name of names) {
    const value = signedHeader(incoming, name);
    if (value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

/** What the gateway signed, so that people can lay it beside their own; a session token stays out of it. */
function explain(stringToSign: string, canonicalRequest: string): string {
  const shown = canonicalRequest.replace(/^(x-acs-security-token:).*$/m, '$1***');
  return ` server string to sign is:${stringToSign} server canonical request is:${shown}`;
}

function text(incoming: Incoming, name: string): string | undefined {
  const value = incoming.headers[name];
  return typeof value === 'string' ? value : undefined;
}
