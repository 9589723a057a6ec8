/** An access key, with the security token and the end of its session where it is temporary. */
export interface Credentials {
  /** Identifies the key; not a secret, and sent with every request. */
  readonly accessKeyId: string;
  /** Signs requests; never sent. */
  readonly accessKeySecret: string;
  /** Sent with every request signed by a temporary key. */
  readonly securityToken?: string | undefined;
  /** When the temporary key stops being accepted; absent for a key that lasts. */
  readonly expiration?: Date | undefined;
}

/**
 * What a caller's function or `getCredential()` may answer: fields are checked when it does, so their types are loose
 * enough for the official `@alicloud/credentials` model. `expiration` is a Date or an ISO 8601 text.
 */
export interface CredentialsInput {
  readonly accessKeyId?: string | undefined;
  readonly accessKeySecret?: string | undefined;
  readonly securityToken?: string | null | undefined;
  readonly expiration?: Date | string | null | undefined;
}

/**
 * Everything that a client takes as `credentials`:
 * - an object with the keys, copied once, so later changes to it have no effect;
 * - a function, asked before each call; an answer with an `expiration` is kept and renewed before that time;
 * - an object with `getCredential()`, such as an instance of the official `@alicloud/credentials`.
 *
 * Calls made at the same time share one question to a function or an object.
 */
export type CredentialsProvider =
  | Credentials
  | (() => CredentialsInput | Promise<CredentialsInput>)
  | { getCredential(): CredentialsInput | Promise<CredentialsInput> };

/**
 * Gives credentials that are valid now. Repeated calls are cheap while a session lasts. It knows no deadline of its caller:
 * race it against one.
 *
 * @throws LookupError (as a rejection) when there are none; a caller's own function rejects with its own error.
 */
export type GetCredentials = () => Promise<Credentials>;
