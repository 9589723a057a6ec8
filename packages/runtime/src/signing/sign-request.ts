import type { Credentials } from '../credentials/types.ts';
import type { TransportRequest } from '../transport/transport.ts';
import { canonicalQuery, mergeHeaders, type Pair } from './canonical.ts';
import { sign } from './sign.ts';

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
  readonly body?: string | Uint8Array | undefined;
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
  const { method, origin, path = '/', body, credentials, date, nonce } = request;
  const headers = {
    host: origin.split('/')[2]!,
    ...(date && { 'x-acs-date': `${date.toISOString().slice(0, 19)}Z` }),
    ...(nonce && { 'x-acs-signature-nonce': nonce }),
    ...mergeHeaders(Object.entries(request.headers ?? {})),
  };
  const query = canonicalQuery(request.query);
  const encoded = { method, path, query, headers, body };
  const [signed, canonicalRequest, stringToSign] = await sign(encoded, credentials);
  const url = origin + path + (query && `?${query}`);
  return { method, url, headers: signed, body, canonicalRequest, stringToSign };
}
