import { platform } from '#platform';
import type { Credentials } from '../credentials/types.ts';
import type { TransportRequest } from '../transport/transport.ts';
import { authorization, EMPTY_BODY_HASH, stringToSign } from './authorization.ts';
import { canonicalHeaders, canonicalQuery, type Pair } from './canonical.ts';

/** A request to be signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** Scheme, host and port: `https://swas.cn-hangzhou.aliyuncs.com`. Without a trailing slash. */
  readonly origin: string;
  /** Default `/`, the path of the RPC style. */
  readonly path?: string;
  /** Decoded names and values; a name may occur more than once. */
  readonly query: readonly Pair[];
  /** Further headers. One of the signature's own (`x-acs-date`, `host`, …) given here is kept as it is. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly credentials: Credentials;
  /** When it is signed; default now. */
  readonly date?: Date;
  /** Used once; default a random UUID. */
  readonly nonce?: string;
}

/** A request ready for a transport, with what was signed, for whoever has to find out why a signature differs. */
export interface SignedRequest extends TransportRequest {
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

/**
 * Signs a request with ACS3-HMAC-SHA256.
 *
 * @throws URIError when a query name or value holds half of a surrogate pair.
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export async function signRequest(request: UnsignedRequest): Promise<SignedRequest> {
  const { method, origin, path = '/', body, credentials } = request;
  const hash = body?.length ? await platform.sha256(body) : EMPTY_BODY_HASH;
  const headers = { ...signatureHeaders(request, hash), ...lowerCase(request.headers) };
  const query = canonicalQuery(request.query);
  const { lines, names } = canonicalHeaders(Object.entries(headers));
  const canonicalRequest = [method, path, query, lines, names, headers['x-acs-content-sha256']].join('\n');
  const text = stringToSign(await platform.sha256(canonicalRequest));
  const signature = await platform.hmacSha256(credentials.accessKeySecret, text);
  headers['authorization'] ??= authorization(credentials.accessKeyId, names, signature);
  const url = origin + path + (query && '?' + query);
  return { method, url, headers, ...(body?.length ? { body } : {}), canonicalRequest, stringToSign: text };
}

function signatureHeaders(request: UnsignedRequest, hash: string): Record<string, string> {
  const { securityToken } = request.credentials;
  return {
    host: request.origin.slice(request.origin.indexOf('//') + 2),
    'x-acs-date': (request.date ?? new Date()).toISOString().slice(0, 19) + 'Z',
    'x-acs-signature-nonce': request.nonce ?? platform.uuid(),
    'x-acs-content-sha256': hash,
    ...(securityToken ? { 'x-acs-security-token': securityToken } : {}),
  };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
