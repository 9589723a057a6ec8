import { CredentialsError } from '../credentials/credentials-error.ts';
import type { Credentials, GetCredentials } from '../credentials/types.ts';

const names = ['accessKeyId', 'accessKeySecret', 'securityToken'] as const;

/**
 * Keys, or a function that gives keys which are as good. Keys are copied, so later changes to the object have no effect.
 *
 * @throws CredentialsError at once when keys are missing or malformed; a function's answer rejects with it
 */
export const keysOf = (given: Credentials | GetCredentials): Credentials | GetCredentials =>
  typeof given === 'function' ? async () => checked(await given()) : checked(given);

// All of them go into headers. A pasted key often brings a line break along, which would only show up as a signature that
// does not match or, worse, as a header of its own.
function checked(given: Credentials): Credentials {
  for (const name of names) {
    const value = given[name] || (name === 'securityToken' ? '-' : '');
    if (!/^[!-~]+$/.test(value))
      throw new CredentialsError(`credentials: ${name} must be printable ASCII without spaces`);
  }
  return { ...given };
}
