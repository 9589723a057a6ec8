import { fetchTransport } from '../transport/fetch-transport.ts';
import type { Platform } from './platform.ts';

const bytes = (data: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Browsers, workers, Bun and Deno: Web Crypto (secure contexts only, in browsers) and `fetch`. */
export const platform: Platform = {
  sha256: async (data) => hex(await crypto.subtle.digest('SHA-256', bytes(data))),
  hmacSha256: async (secret, text) => {
    const key = await crypto.subtle.importKey('raw', bytes(secret), hmac, false, ['sign']);
    return hex(await crypto.subtle.sign('HMAC', key, bytes(text)));
  },
  uuid: () => crypto.randomUUID(),
  defaultTransport: fetchTransport(),
};
