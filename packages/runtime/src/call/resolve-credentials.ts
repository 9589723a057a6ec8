import type { DefaultChainOptions } from '../credentials/chain-options.ts';
import type { LookupError } from '../credentials/lookup-error.ts';
import type { Credentials, CredentialsProvider, GetCredentials } from '../credentials/types.ts';
import { CredentialsError } from '../errors/errors.ts';

/**
 * What a connection takes, from everything that a client takes: keys as they are, functions and objects with
 * `getCredential()` asked again before their answer expires, and the default chain for nothing.
 */
export function resolveCredentials(provider: CredentialsProvider | undefined): Credentials | GetCredentials {
  if (!provider) return defaultChain();
  if (typeof provider === 'object' && !('getCredential' in provider)) return provider;
  return lazily(async () => (await sources()).resolveProvider(provider));
}

/**
 * Credentials from where the official tools keep them, in their order: environment variables, an OIDC role,
 * `~/.aliyun/config.json`, `~/.alibabacloud/credentials`, the ECS instance's RAM role, a credentials URI.
 * Nothing is loaded or looked up before the first call.
 *
 * @throws CredentialsError (as a rejection) with every place that was looked at
 */
export function defaultChain(options?: DefaultChainOptions): GetCredentials {
  const ask = lazily(async () => (await sources()).defaultChain(options));
  return () =>
    ask().catch((cause: LookupError) => {
      const { message, lookups } = cause;
      throw new CredentialsError(message, { operation: '', attempts: 0, lookups, cause });
    });
}

// Everything but a plain key sits behind an import, so that whoever passes a key loads none of it.
const sources = () => import('../credentials/index.ts');

function lazily(load: () => Promise<GetCredentials>): GetCredentials {
  let loading: Promise<GetCredentials> | undefined;
  return async () => {
    loading ??= load().catch((error: unknown) => {
      // A page that was offline for a moment may load the module the next time.
      loading = undefined;
      throw error;
    });
    return (await loading)();
  };
}
