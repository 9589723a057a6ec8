import type { Credentials, CredentialsInput } from '../credentials/types.ts';
import { CredentialsError } from '../errors/errors.ts';

/**
 * A copy of keys, so that later changes to the object have no effect.
 *
 * @throws CredentialsError when one is missing or malformed
 */
export function copyKeys({ accessKeyId, accessKeySecret, securityToken }: CredentialsInput): Credentials {
  // Taken one by one: what sources answer hides its secrets from a spread.
  const keys = {
    accessKeyId: accessKeyId || '',
    // A number, as some configuration files are read, would be quoted by whatever cannot sign with it.
    accessKeySecret: `${accessKeySecret || ''}`,
    securityToken: securityToken || undefined,
  };
  // All of them go into headers. A pasted key often brings a line break along, which would only show up as a signature that
  // does not match or, worse, as a header of its own. A token that is not there passes, as the text `undefined`.
  for (const [name, value] of Object.entries(keys)) {
    const details = { operation: '', attempts: 0 };
    if (!/^[!-~]+$/.test(value!))
      throw new CredentialsError(`credentials: ${name} must be printable ASCII without spaces`, details);
  }
  return keys;
}
