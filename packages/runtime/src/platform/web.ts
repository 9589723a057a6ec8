import { fetchTransport } from '../transport/fetch-transport.ts';
import type { Transport } from '../transport/transport.ts';

const bytes = (data: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof data === 'string' ? new TextEncoder().encode(data) : (data as Uint8Array<ArrayBuffer>);

const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => (byte + 256).toString(16).slice(1)).join('');

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** SHA-256 in lower-case hexadecimal. In browsers only secure contexts have it. */
export const sha256 = async (data: string | Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes(data)));

/** HMAC-SHA256 in lower-case hexadecimal; the secret is used as it is. */
export async function hmacSha256(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytes(secret), hmac, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, bytes(text)));
}

/** Browsers, workers, Bun and Deno send with `fetch`. */
export const defaultTransport: Transport = /* @__PURE__ */ fetchTransport();
