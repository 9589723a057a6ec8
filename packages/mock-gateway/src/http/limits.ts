/** How much of a client's time and bytes the gateway takes. */
export interface Limits {
  /** Bytes of request line and headers together. Default 32 KiB. */
  readonly headerBytes: number;
  /** Bytes of a request body. Default 1 MiB. */
  readonly bodyBytes: number;
  /** Milliseconds until the headers must have arrived. Default 10 s. */
  readonly headersTimeout: number;
  /** Milliseconds until the whole request must have arrived. Default 30 s. */
  readonly requestTimeout: number;
  /** Milliseconds without traffic after which a connection is closed. Default 75 s. */
  readonly idleTimeout: number;
  /** Connections at once; further ones are closed. Default 4096. */
  readonly connections: number;
}

export const defaultLimits: Limits = {
  headerBytes: 32 * 1024,
  bodyBytes: 1024 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  idleTimeout: 75_000,
  connections: 4096,
};
