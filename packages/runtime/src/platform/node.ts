import { httpTransport } from '../transport/http-transport.ts';
import type { Platform } from './platform.ts';

// Loading `node:crypto` takes longer than everything else here, so it happens at the first call and not at import.
const crypto = () => process.getBuiltinModule('node:crypto');

/** Node: synchronous `node:crypto` and keep-alive `node:http(s)`. */
export const platform: Platform = {
  sha256: (data) => crypto().createHash('sha256').update(data).digest('hex'),
  hmacSha256: (secret, text) => crypto().createHmac('sha256', secret).update(text).digest('hex'),
  uuid: () => crypto().randomUUID(),
  defaultTransport: (request) => (shared ??= httpTransport())(request),
};

// Shared by all connections, so that clients made per request still reuse sockets.
let shared: ReturnType<typeof httpTransport> | undefined;
