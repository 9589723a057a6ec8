import type { Transport } from '../transport/transport.ts';

/** A value that is there at once on Node and later in browsers. */
export type Awaitable<T> = T | Promise<T>;

/** What differs between Node and everything else; one module per platform implements it. */
export interface Platform {
  /** SHA-256 in lower-case hexadecimal. */
  sha256(data: string | Uint8Array): Awaitable<string>;
  /** HMAC-SHA256 in lower-case hexadecimal; the secret is used as it is. */
  hmacSha256(secret: string, text: string): Awaitable<string>;
  /** A random version 4 UUID. */
  uuid(): string;
  /** Sends when no transport is given. */
  readonly defaultTransport: Transport;
}
