import { holdCredentials } from './held-credentials.ts';
import { LookupError } from './lookup-error.ts';
import { refreshing } from './refreshing.ts';
import type { CredentialsInput, GetCredentials } from './types.ts';

/** Names of secret fields, as credentials files spell them and messages about missing settings do not. */
const quotedFile = /access_key_secret|sts_token|refresh_token/;

/**
 * Credentials from a caller's own function.
 *
 * @param name names the function in errors about its answer
 */
export function asking(
  ask: () => CredentialsInput | Promise<CredentialsInput>,
  name: string,
): GetCredentials {
  return refreshing(async () => {
    try {
      return holdCredentials(await ask(), `answer of ${name}`);
    } catch (error) {
      // The official chain puts a file that it cannot read into its message, with all that is secret in it.
      if (!quotedFile.test(String(error))) throw error;
      throw new LookupError(
        `${name} failed, and its error is not shown because it quotes a credentials file`,
      );
    }
  });
}
