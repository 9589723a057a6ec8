import { holdCredentials } from './held-credentials.ts';
import { refreshing } from './refreshing.ts';
import type { CredentialsInput, GetCredentials } from './types.ts';

/**
 * Credentials from a caller's own function.
 *
 * @param name names the function in errors about its answer
 */
export function asking(
  ask: () => CredentialsInput | Promise<CredentialsInput>,
  name: string,
): GetCredentials {
  return refreshing(async () => holdCredentials(await ask(), `answer of ${name}`));
}
