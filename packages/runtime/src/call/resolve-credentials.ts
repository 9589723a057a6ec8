import { defaultChain, resolveProvider } from '../credentials/index.ts';
import type { Credentials, CredentialsProvider, GetCredentials } from '../credentials/types.ts';

/**
 * What a connection takes, from everything that a client takes: keys as they are, functions and objects with
 * `getCredential()` asked again before their answer expires, and the default chain for nothing.
 */
export const resolveCredentials = (provider: CredentialsProvider | undefined): Credentials | GetCredentials =>
  provider === undefined ? defaultChain() : 'accessKeyId' in provider ? provider : resolveProvider(provider);
