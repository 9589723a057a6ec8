/**
 * How far an exchange got: `connect` until the socket is ready, `headers` until status and headers have arrived,
 * `body` until the answer is complete. From `headers` on, the server may have seen the request.
 */
export type TransportPhase = 'connect' | 'headers' | 'body';

/** One HTTP request, complete and signed. */
export interface TransportRequest {
  readonly method: string;
  /** Absolute URL with the query string, already encoded; a transport must send it exactly as it is. */
  readonly url: string;
  /** Lower-case names. `host` is among them because it is signed; a transport that sets it itself leaves it out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when the body is empty. */
  readonly body?: string | Uint8Array | undefined;
  /**
   * Aborts at the deadline and when the caller gives up; the transport must then reject at once and free the socket.
   * Made when it is first read; a copy of a call's request by spreading has `onAbort` only, which our own transports heed.
   */
  readonly signal?: AbortSignal | undefined;
  /** The same without an `AbortSignal`, which costs as much as a signature: takes a function to call then. */
  readonly onAbort?: ((listener: (reason: unknown) => void) => void) | undefined;
  /** Bytes of body after which the transport stops reading and says `truncated`; default 4 MiB. */
  readonly maxBodyBytes?: number;
}

/** One HTTP response, read to its end. */
export interface TransportResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8. */
  readonly text: string;
  /** True when the body was longer than `maxBodyBytes`; `text` is then its beginning. */
  readonly truncated: boolean;
}

/**
 * Sends one request and resolves to its response, whatever the status. It rejects when there is no complete response,
 * with a `TransportError` where it can tell how far it got. It must neither follow redirects (the signature covers one
 * host) nor retry.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** Why there is no complete response; `cause` is the error underneath. */
export class TransportError extends Error {
  declare readonly phase: TransportPhase;

  constructor(phase: TransportPhase, cause: unknown) {
    super(`${(cause as Error)?.message ?? cause}`, { cause });
    Object.assign(this, { phase });
  }
}

/** Bytes of a body that are read when the request does not say: 4 MiB. */
export const DEFAULT_MAX_BODY_BYTES = 4 * 1024 * 1024;
