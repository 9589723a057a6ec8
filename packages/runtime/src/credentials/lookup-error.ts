/** One place where credentials were looked for, and why it did not serve. */
export interface CredentialsLookup {
  /** The link of the chain: `env`, `oidc`, `cli-profile`, `ini-profile`, `ecs-ram-role` or `credentials-uri`. */
  readonly source: string;
  /** Environment variables, a file's path or an address; never what was found there. */
  readonly place: string;
  readonly reason: string;
}

/**
 * What a caller gets to see as a `LookupError`. That class is not used here: what is loaded lazily would share a file
 * with what is loaded at once, and importing the client would take as long again.
 */
export class LookupError extends Error {
  readonly lookups: readonly CredentialsLookup[] | undefined;

  constructor(message: string, lookups?: readonly CredentialsLookup[]) {
    super(message);
    this.lookups = lookups;
  }
}
