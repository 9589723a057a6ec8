import { httpTransport } from '../transport/http-transport.ts';
import type { Transport } from '../transport/transport.ts';

export { hmacSha256, sha256 } from './hash.ts';

/** Shared by all connections, so that clients made per request still reuse sockets. */
export const defaultTransport: Transport = /* @__PURE__ */ httpTransport();
