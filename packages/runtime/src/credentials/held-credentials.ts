import { LookupError } from './lookup-error.ts';
import type { Credentials, CredentialsInput } from './types.ts';

// All three go into HTTP headers, and a pasted key often brings a line break along: that would only show up as a
// signature mismatch or, worse, as a header of its own.
const printable = /^[!-~]+$/;

/** Credentials whose secret parts neither JSON.stringify, util.inspect nor a spread can see. */
class HeldCredentials implements Credentials {
  readonly accessKeyId: string;
  readonly expiration: Date | undefined;
  readonly #accessKeySecret: string;
  readonly #securityToken: string | undefined;

  constructor(id: string, secret: string, token: string | undefined, expiration: Date | undefined) {
    this.accessKeyId = id;
    this.#accessKeySecret = secret;
    this.#securityToken = token;
    this.expiration = expiration;
  }

  get accessKeySecret(): string {
    return this.#accessKeySecret;
  }

  get securityToken(): string | undefined {
    return this.#securityToken;
  }

  // inspect's `showHidden` with `getters` would read the accessors above.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Credentials(${this.accessKeyId})`;
  }
}

/**
 * Checks and copies what a caller or a source gave.
 *
 * @param origin names it in errors: `credentials`, or a file's profile
 * @throws LookupError naming the field, never its value
 */
export function holdCredentials(given: CredentialsInput, origin: string): Credentials {
  const field = (name: 'accessKeyId' | 'accessKeySecret' | 'securityToken'): string => {
    const value: unknown = given?.[name];
    if (typeof value === 'string' && printable.test(value)) return value;
    const problem = value
      ? 'must be printable ASCII text without spaces or line breaks'
      : 'is missing or empty';
    throw new LookupError(`${origin}: ${name} ${problem}`);
  };
  const id = field('accessKeyId');
  const secret = field('accessKeySecret');
  // An empty token is how several tools write "none".
  const token = given.securityToken ? field('securityToken') : undefined;
  const expiration = given.expiration ? new Date(given.expiration) : undefined;
  if (expiration && Number.isNaN(expiration.getTime())) {
    throw new LookupError(`${origin}: expiration must be a Date or an ISO 8601 text`);
  }
  return new HeldCredentials(id, secret, token, expiration);
}
