import { holdCredentials } from './held-credentials.ts';
import { refreshing } from './refreshing.ts';
import type { DefaultChainOptions } from './chain-options.ts';
import type { Credentials, CredentialsProvider, GetCredentials } from './types.ts';

export { CredentialsError, type CredentialsAttempt } from './credentials-error.ts';
export type * from './chain-options.ts';
export type * from './types.ts';

/**
 * Turns whatever a caller passed as `credentials` into one function that gives valid ones.
 *
 * @throws CredentialsError at once when keys given as an object are missing or malformed
 */
export function resolveProvider(provider: CredentialsProvider): GetCredentials {
  if (typeof provider === 'function') {
    return refreshing(async () => holdCredentials(await provider(), 'answer of the credentials function'));
  }
  if (isCredentialObject(provider)) {
    return refreshing(async () =>
      holdCredentials(await provider.getCredential(), 'answer of getCredential()'),
    );
  }
  const held = Promise.resolve(holdCredentials(provider, 'credentials'));
  return () => held;
}

function isCredentialObject(
  provider: CredentialsProvider,
): provider is Exclude<CredentialsProvider, Credentials | (() => unknown)> {
  return typeof (provider as { getCredential?: unknown } | undefined)?.getCredential === 'function';
}

/**
 * Credentials from where the official tools keep them, in their order: environment variables, an OIDC role,
 * `~/.aliyun/config.json`, `~/.alibabacloud/credentials`, the ECS instance's RAM role, a credentials URI.
 * Nothing is loaded or looked up before the first call.
 */
export function defaultChain(options: DefaultChainOptions = {}): GetCredentials {
  let chain: Promise<GetCredentials> | undefined;
  return async () => {
    // Behind an import: whoever passes a key loads none of it.
    chain ??= import('./chain.ts').then((module) => module.createChain(options));
    return (await chain)();
  };
}
