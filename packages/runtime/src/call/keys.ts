import { CredentialsError } from '../credentials/credentials-error.ts';
import type { Credentials, GetCredentials } from '../credentials/types.ts';

/**
 * Keys, or a function that gives keys which are as good. Keys are copied, so later changes to the object have no effect.
 *
 * @throws CredentialsError at once when keys are missing or malformed; a function's answer rejects with it
 */
export const keysOf = (given: Credentials | GetCredentials): Credentials | GetCredentials =>
  typeof given === 'function' ? async () => checked(await given()) : checked(given);

// All of them go into headers. A pasted key often brings a line break along, which would only show up as a signature that
// does not match or, worse, as a header of its own.
function checked({ accessKeyId, accessKeySecret, securityToken }: Credentials): Credentials {
  // Taken one by one: what sources answer hides its secrets from a spread.
  const keys = { accessKeyId, accessKeySecret, securityToken };
  for (const [name, value] of Object.entries({ ...keys, securityToken: securityToken || '-' })) {
    if (!/^[!-~]+$/.test(value ?? '')) {
      throw new CredentialsError(`credentials: ${name} must be printable ASCII without spaces`);
    }
  }
  return keys;
}
