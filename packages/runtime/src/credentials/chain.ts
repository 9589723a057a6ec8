import type { ChainContext, Source } from './chain-context.ts';
import type { DefaultChainOptions } from './chain-options.ts';
import { type CredentialsLookup, LookupError } from './lookup-error.ts';
import { platformEnvironment } from './environment.ts';
import { refreshing } from './refreshing.ts';
import { Refusal } from './refusal.ts';
import { cliProfile } from './sources/cli-profile.ts';
import { credentialsUri } from './sources/credentials-uri.ts';
import { ecsRamRole } from './sources/ecs-ram-role.ts';
import { environmentVariables } from './sources/environment-variables.ts';
import { iniProfile } from './sources/ini-profile.ts';
import { oidcRole } from './sources/oidc-role.ts';
import type { Credentials, GetCredentials } from './types.ts';

/** The official order. */
const sources: readonly (readonly [name: string, source: Source])[] = [
  ['env', environmentVariables],
  ['oidc', oidcRole],
  ['cli-profile', cliProfile],
  ['ini-profile', iniProfile],
  ['ecs-ram-role', ecsRamRole],
  ['credentials-uri', credentialsUri],
];

/**
 * The default chain. Temporary keys are kept until shortly before they end; lasting ones are looked up at each call, which
 * costs at most two small files, so that a rotated key is picked up. Every lookup starts at the first source again.
 */
export function createChain(options: DefaultChainOptions): GetCredentials {
  const environment = { ...platformEnvironment(), ...options.environment };
  const context: ChainContext = {
    environment,
    profile: options.profile,
    metadataTimeout: options.metadataTimeout ?? 1000,
    requestTimeout: options.requestTimeout ?? 5000,
  };
  let lastSource = 0;
  let lastUntil = 0;
  const load = async (): Promise<Credentials> => {
    // While a session lasts, a hiccup of its source must not hand the caller to a later source, as somebody else.
    const reachable = environment.now() < lastUntil ? lastSource + 1 : sources.length;
    const [index, credentials] = await walk(context, sources.slice(0, reachable));
    lastSource = index;
    lastUntil = credentials.expiration?.getTime() ?? 0;
    return credentials;
  };
  return refreshing(load, () => environment.now());
}

async function walk(context: ChainContext, reachable: typeof sources): Promise<[number, Credentials]> {
  const lookups: CredentialsLookup[] = [];
  for (const [index, [name, source]] of reachable.entries()) {
    try {
      return [index, await source(context)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lookups.push({ source: name, place: error.place, reason: error.message });
    }
  }
  throw new LookupError(describe(lookups), lookups);
}

function describe(lookups: readonly CredentialsLookup[]): string {
  const lines = lookups.map(({ source, place, reason }) => `  ${source}: ${place}: ${reason}`);
  return [
    'No credentials found. Looked in:',
    ...lines,
    'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or pass `credentials`.',
  ].join('\n');
}
