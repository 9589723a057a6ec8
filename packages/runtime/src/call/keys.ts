import { CredentialsError } from '../credentials/credentials-error.ts';
import type { Credentials, GetCredentials } from '../credentials/types.ts';

const names = ['accessKeyId', 'accessKeySecret', 'securityToken'] as const;

/**
 * One function for keys and for what gives keys. Keys are copied, so later changes to the object have no effect.
 *
 * @throws CredentialsError at once when keys are missing or malformed; a function's answer rejects with it
 */
export function keysOf(given: Credentials | GetCredentials): GetCredentials {
  if (typeof given === 'function') return async () => checked(await given());
  const keys = checked(given);
  return async () => keys;
}

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
