import { platform } from '#platform';
import type { Credentials } from '../credentials/types.ts';
import { authorization, EMPTY_BODY_HASH, stringToSign } from './authorization.ts';
import { assemble, canonicalHeaders } from './canonical.ts';
import type { UnsignedRequest } from './sign-request.ts';

/** A request whose query string is in canonical form already. */
export interface EncodedRequest extends Omit<UnsignedRequest, 'query' | 'credentials'> {
  readonly query: string;
}

/** Headers of the signed request, its canonical form and the string to sign; see `signRequest`. */
export async function sign(
  request: EncodedRequest,
  credentials: Credentials,
): Promise<[headers: Record<string, string>, canonicalRequest: string, text: string]> {
  const { body } = request;
  const headers: Record<string, string> = {
    host: request.origin.slice(request.origin.indexOf('//') + 2),
    'x-acs-date': `${(request.date ?? new Date()).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': request.nonce ?? platform.uuid(),
    // No operation of the RPC style has a body unless it has form parameters.
    'x-acs-content-sha256': body ? await platform.sha256(body) : EMPTY_BODY_HASH,
  };
  if (credentials.securityToken) headers['x-acs-security-token'] = credentials.securityToken;
  const given = request.headers ?? {};
  for (const name of Object.keys(given)) headers[name.toLowerCase()] = given[name]!;
  const [lines, names] = canonicalHeaders(headers);
  const hash = headers['x-acs-content-sha256']!;
  const canonicalRequest = assemble(request.method, request.path ?? '/', request.query, lines, names, hash);
  const text = stringToSign(await platform.sha256(canonicalRequest));
  const signature = await platform.hmacSha256(credentials.accessKeySecret, text);
  headers['authorization'] ??= authorization(credentials.accessKeyId, names, signature);
  return [headers, canonicalRequest, text];
}

/** URL of a request. */
export const urlOf = ({ origin, path = '/', query }: EncodedRequest): string =>
  origin + path + (query && `?${query}`);
