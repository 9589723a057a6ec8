/** A request to a metadata service, a credentials URI or the token service. */
export interface CredentialsRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  /** From the start of connecting to the last byte of the answer, in ms. */
  readonly timeout: number;
}

/** Status and text of the answer; redirects are answers, not followed. */
export interface CredentialsResponse {
  readonly status: number;
  readonly body: string;
}

/** What the chain knows of the world outside, all of it replaceable. */
export interface ChainEnvironment {
  /** Environment variables, read at each lookup. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home directory, `''` when there is none. */
  homedir(): Promise<string>;
  /** A file's text; rejects with an error whose `code` tells why, as node:fs does. */
  readFile(path: string): Promise<string>;
  /** Rejects with an error whose `code` tells why, as node:http does; `TimedOut` when the time was over. */
  request(request: CredentialsRequest): Promise<CredentialsResponse>;
  /** Ms since the epoch. */
  now(): number;
}

/** Settings of the default chain. */
export interface DefaultChainOptions {
  /** Profile in `~/.aliyun/config.json` and `~/.alibabacloud/credentials`; goes before `ALIBABA_CLOUD_PROFILE`. */
  readonly profile?: string;
  /**
   * Time for each request to the ECS metadata service, in ms; 1000 when not given. Away from ECS nothing answers there, so
   * this is what a program without credentials waits, up to twice.
   */
  readonly metadataTimeout?: number;
  /** Time for each request to a credentials URI or the token service (STS), in ms; 5000 when not given. */
  readonly requestTimeout?: number;
  /** Replaces parts of the environment, for tests and for platforms with their own idea of files or HTTP. */
  readonly environment?: Partial<ChainEnvironment>;
}
