import { defaultTransport } from '#platform';
import type { Credentials, CredentialsInput, CredentialsProvider } from '../credentials/types.ts';
import type { Transport } from '../transport/transport.ts';
import { resolveOrigin, type EndpointTemplate } from './endpoint.ts';
import { copyKeys } from './keys.ts';

/** Settings of a call; each overrides the connection's. */
export interface CallOptions {
  /** Gives the call up at once when it aborts, also while it waits before the next attempt. */
  readonly signal?: AbortSignal | undefined;
  /** Ms for the whole call, all attempts and waits together; default 60,000. */
  readonly timeout?: number | undefined;
  /** Requests sent at most; 1 means exactly one. Default 4. */
  readonly maxAttempts?: number | undefined;
  /** Further headers, but none that tells the length of the body. Those that start with `x-acs-` are signed. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Settings of a connection. */
export interface ConnectionOptions extends Omit<CallOptions, 'signal'> {
  /** Region whose endpoint is called. Not needed with `endpoint`. */
  readonly region?: string | undefined;
  /** `vpc` calls the host for Alibaba Cloud's own networks; default `public`. */
  readonly network?: 'public' | 'vpc' | undefined;
  /** Host or URL to call instead of the region's. */
  readonly endpoint?: string | undefined;
  /** Keys, or a function or an object with `getCredential()` that is asked for them before every request. */
  readonly credentials: CredentialsProvider;
  /** How requests are sent; default keep-alive `node:http(s)` on Node and `fetch` elsewhere. */
  readonly transport?: Transport | undefined;
}

/** What the runtime keeps of a connection's options. */
export interface Settings extends Omit<CallOptions, 'signal'> {
  readonly origin: string;
  readonly credentials: Credentials | (() => CredentialsInput | Promise<CredentialsInput>);
  readonly transport: Transport;
}

// Kept outside of the object, so that neither inspection nor serialization of a connection can show credentials.
const settings = new WeakMap<Connection, Settings>();

/** Where and as whom operations are called. It holds no socket and need not be closed. */
export class Connection {
  /**
   * @throws RangeError for a region without endpoint, TypeError for a malformed endpoint,
   * CredentialsError for malformed keys
   */
  constructor(options: ConnectionOptions, endpoints: readonly EndpointTemplate[]) {
    const { transport = defaultTransport } = options;
    // A text, which the types forbid, is then refused without being quoted.
    const credentials: CredentialsProvider = Object(options.credentials);
    settings.set(this, {
      ...options,
      transport,
      origin: resolveOrigin(options, endpoints),
      credentials:
        typeof credentials === 'function'
          ? credentials
          : 'getCredential' in credentials
            ? () => credentials.getCredential()
            : copyKeys(credentials),
    });
  }

  /** What inspection shows: the origin that requests go to. */
  get [Symbol.toStringTag](): string {
    return settingsOf(this).origin;
  }
}

/** Settings of a connection, for the runtime only. */
export const settingsOf = (connection: Connection): Settings => settings.get(connection)!;
