/** One place where credentials were looked for, and why it did not serve. */
export interface CredentialsAttempt {
  /** The link of the chain: `env`, `oidc`, `cli-profile`, `ini-profile`, `ecs-ram-role` or `credentials-uri`. */
  readonly source: string;
  /** Environment variables, a file's path or an address; never what was found there. */
  readonly place: string;
  readonly reason: string;
}

/** No usable credentials. The message never holds a secret, a token, or a piece of a file or of an answer. */
export class CredentialsError extends Error {
  /** Every place that the default chain looked at, in its order; empty when the credentials were passed in. */
  readonly attempts: readonly CredentialsAttempt[];

  constructor(message: string, attempts: readonly CredentialsAttempt[] = []) {
    super(message);
    this.attempts = attempts;
  }

  // On the prototype: `name` then costs nothing per error and does not show up as a field of it.
  static {
    this.prototype.name = 'CredentialsError';
  }
}
