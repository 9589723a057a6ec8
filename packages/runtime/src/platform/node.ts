import type nodeCrypto from 'node:crypto';
import { httpTransport } from '../transport/http-transport.ts';
import type { Transport } from '../transport/transport.ts';

// Loading `node:crypto` takes longer than everything else here, so it happens at the first call and not at import.
let loaded: typeof nodeCrypto | undefined;
const crypto = () => (loaded ??= process.getBuiltinModule('node:crypto'));

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => crypto().hash('sha256', data, 'hex');

/** HMAC-SHA256 in lower-case hexadecimal; the secret is used as it is. */
export const hmacSha256 = (secret: string, text: string): string =>
  crypto().createHmac('sha256', secret).update(text).digest('hex');

/** Shared by all connections, so that clients made per request still reuse sockets. */
export const defaultTransport: Transport = /* @__PURE__ */ httpTransport();
