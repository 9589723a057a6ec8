import type nodeCrypto from 'node:crypto';
import { httpTransport } from '../transport/http-transport.ts';
import type { Platform } from './platform.ts';

// Loading `node:crypto` takes longer than everything else here, so it happens at the first call and not at import.
let loaded: typeof nodeCrypto | undefined;
const crypto = () => (loaded ??= process.getBuiltinModule('node:crypto'));

// Shared by all connections, so that clients made per request still reuse sockets.
let shared: ReturnType<typeof httpTransport> | undefined;

/** Node: synchronous `node:crypto` and keep-alive `node:http(s)`. */
export const platform: Platform = {
  sha256: (data) => crypto().hash('sha256', data, 'hex'),
  hmacSha256: (secret, text) => crypto().createHmac('sha256', secret).update(text).digest('hex'),
  uuid: () => crypto().randomUUID(),
  defaultTransport: (request) => (shared ??= httpTransport())(request),
};
