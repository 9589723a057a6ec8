/** Signing, sending, retries, credentials and errors for clients of Alibaba Cloud's RPC-style APIs. */
export { signRequest, type SignedRequest, type UnsignedRequest } from './signing/sign-request.ts';
export { canonicalHeaders, canonicalQuery, canonicalRequest, mergeHeaders } from './signing/canonical.ts';
export type { CanonicalInput, Pair } from './signing/canonical.ts';
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
export { httpTransport, type HttpTransportOptions } from './transport/http-transport.ts';

export { call } from './call/call.ts';
export { Connection, type CallOptions, type ConnectionOptions } from './call/connection.ts';
export type { EndpointTemplate } from './call/endpoint.ts';
export { defaultChain, resolveCredentials } from './call/resolve-credentials.ts';
export type { OperationDescriptor, ValueType } from './call/operation.ts';
export type { RequestValidator } from './call/prepare.ts';
export { flat, form, header, json, plain, serialize } from './call/serialize.ts';
export type { Encoder, WireParameters } from './call/serialize.ts';

export * from './errors/errors.ts';
export { isServiceError } from './errors/is-service-error.ts';
export type { CredentialsLookup } from './credentials/lookup-error.ts';
export type { DefaultChainOptions } from './credentials/chain-options.ts';
export type * from './credentials/types.ts';
