/** Signing, sending, retries, credentials and errors for clients of Alibaba Cloud's RPC-style APIs. */
export { signRequest, type SignedRequest, type UnsignedRequest } from './signing/sign-request.ts';
export { canonicalHeaders, canonicalQuery, canonicalRequest } from './signing/canonical.ts';
export type { CanonicalHeaders, CanonicalInput, Pair } from './signing/canonical.ts';
export { ALGORITHM, authorization, stringToSign } from './signing/authorization.ts';
export { percentEncode } from './signing/encode.ts';
export { send, type SendOptions } from './transport/send.ts';
export { TransportError } from './transport/transport.ts';
export type {
  Transport,
  TransportPhase,
  TransportRequest,
  TransportResponse,
} from './transport/transport.ts';
export { fetchTransport } from './transport/fetch-transport.ts';
export type * from './credentials/types.ts';
