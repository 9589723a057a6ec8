import { platform } from '#platform';
import { authorization, EMPTY_BODY_HASH, stringToSign } from './authorization.ts';
import { canonicalHeaders } from './canonical.ts';
import type { SignedRequest, UnsignedRequest } from './sign-request.ts';

/** A request whose query string is in canonical form already. */
export interface EncodedRequest extends Omit<UnsignedRequest, 'query'> {
  readonly query: string;
}

/** Signs a request; see `signRequest`. */
export async function sign(request: EncodedRequest): Promise<SignedRequest> {
  const { method, origin, path = '/', query, body, credentials } = request;
  // No operation of the RPC style has a body unless it has form parameters.
  const hash = body?.length ? await platform.sha256(body) : EMPTY_BODY_HASH;
  const headers = { ...signatureHeaders(request, hash), ...lowerCase(request.headers) };
  const { lines, names } = canonicalHeaders(Object.entries(headers));
  const canonicalRequest = [method, path, query, lines, names, headers['x-acs-content-sha256']].join('\n');
  const text = stringToSign(await platform.sha256(canonicalRequest));
  const signature = await platform.hmacSha256(credentials.accessKeySecret, text);
  headers['authorization'] ??= authorization(credentials.accessKeyId, names, signature);
  const url = origin + path + (query && `?${query}`);
  return { method, url, headers, ...(body?.length ? { body } : {}), canonicalRequest, stringToSign: text };
}

function signatureHeaders(request: EncodedRequest, hash: string): Record<string, string> {
  const { securityToken } = request.credentials;
  return {
    host: request.origin.slice(request.origin.indexOf('//') + 2),
    'x-acs-date': `${(request.date ?? new Date()).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': request.nonce ?? platform.uuid(),
    'x-acs-content-sha256': hash,
    ...(securityToken ? { 'x-acs-security-token': securityToken } : {}),
  };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
