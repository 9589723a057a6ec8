import { holdCredentials } from './held-credentials.ts';
import type { DefaultChainOptions } from './chain-options.ts';
import type { Credentials, CredentialsProvider, GetCredentials } from './types.ts';

export { LookupError, type CredentialsLookup } from './lookup-error.ts';
export type * from './chain-options.ts';
export type * from './types.ts';

type CredentialsObject = Exclude<CredentialsProvider, Credentials | (() => unknown)>;

/**
 * Turns whatever a caller passed as `credentials` into one function that gives valid ones.
 *
 * @throws LookupError at once when keys given as an object are missing or malformed
 */
export function resolveProvider(provider: CredentialsProvider): GetCredentials {
  if (typeof provider === 'function') {
    return lazily(async () => (await import('./asking.ts')).asking(provider, 'the credentials function'));
  }
  if (isCredentialsObject(provider)) {
    const ask = () => provider.getCredential();
    return lazily(async () => (await import('./asking.ts')).asking(ask, 'getCredential()'));
  }
  const held = Promise.resolve(holdCredentials(provider, 'credentials'));
  return () => held;
}

/**
 * Credentials from where the official tools keep them, in their order: environment variables, an OIDC role,
 * `~/.aliyun/config.json`, `~/.alibabacloud/credentials`, the ECS instance's RAM role, a credentials URI.
 * Nothing is loaded or looked up before the first call.
 */
export function defaultChain(options: DefaultChainOptions = {}): GetCredentials {
  return lazily(async () => (await import('./chain.ts')).createChain(options));
}

// Everything but a plain key sits behind an import, so that whoever passes a key loads none of it.
function lazily(load: () => Promise<GetCredentials>): GetCredentials {
  let loaded: Promise<GetCredentials> | undefined;
  return async () => {
    loaded ??= load().catch((error: unknown) => {
      // A page that was offline for a moment may load the module the next time.
      loaded = undefined;
      throw error;
    });
    return (await loaded)();
  };
}

function isCredentialsObject(provider: CredentialsProvider): provider is CredentialsObject {
  return typeof (provider as Partial<CredentialsObject> | undefined)?.getCredential === 'function';
}
