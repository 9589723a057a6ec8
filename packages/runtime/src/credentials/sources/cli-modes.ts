import { assumeRole } from '../assume-role.ts';
import type { ChainContext } from '../chain-context.ts';
import { holdCredentials } from '../held-credentials.ts';
import { Refusal, refuseInvalid } from '../refusal.ts';
import type { RoleRequest, StsLocation } from '../sts.ts';
import type { Credentials } from '../types.ts';
import { uriSession } from './credentials-uri.ts';
import { ecsRoleSession } from './ecs-ram-role.ts';
import { oidcSession } from './oidc-role.ts';

/** One profile as the file has it: nothing about its fields is known yet. */
export type CliProfile = Readonly<Record<string, unknown>>;

type FindProfile = (name: unknown) => CliProfile | undefined;

/** Modes of the CLI that need a browser, a process or another kind of key; named in errors because these names are fixed. */
const otherModes = [
  'CloudSSO',
  'OAuth',
  'External',
  'RsaKeyPair',
  'RamRoleArnWithRoleName',
  'BearerToken',
  'Anonymous',
];

/**
 * Credentials of a profile.
 *
 * @param find gives the profile that another one builds on
 * @param depth how many profiles were followed to this one
 */
export async function serveCliProfile(
  context: ChainContext,
  place: string,
  profile: CliProfile,
  find: FindProfile,
  depth = 0,
): Promise<Credentials> {
  switch (profile['mode']) {
    case 'AK':
      return ownKey(place, profile, 'AK');
    case 'StsToken':
      if (!profile['sts_token']) throw new Refusal(place, 'mode StsToken: sts_token is missing or empty');
      return ownKey(place, profile, 'StsToken');
    case 'RamRoleArn':
      return assumeRole(
        context,
        place,
        ownKey(place, profile, 'RamRoleArn'),
        role(place, profile),
        location(profile),
      );
    case 'ChainableRamRoleArn': {
      const key = await sourceKey(context, place, profile, find, depth);
      return assumeRole(context, place, key, role(place, profile), location(profile));
    }
    case 'EcsRamRole':
      return ecsRoleSession(context, text(profile, 'ram_role_name'));
    case 'OIDC':
      return oidcSession(context, place, oidcRoleOf(place, profile), location(profile));
    case 'CredentialsURI':
      return uriSession(context, need(place, profile, 'credentials_uri'), `${place}: credentials_uri`);
    default:
      throw new Refusal(place, unsupported(profile['mode']));
  }
}

function ownKey(place: string, profile: CliProfile, mode: string): Credentials {
  const given = {
    accessKeyId: profile['access_key_id'] as string,
    accessKeySecret: profile['access_key_secret'] as string,
    // A profile of mode AK can keep a token from an earlier mode.
    securityToken: mode === 'StsToken' ? (profile['sts_token'] as string) : undefined,
  };
  return refuseInvalid(place, () => holdCredentials(given, `mode ${mode}`));
}

async function sourceKey(
  context: ChainContext,
  place: string,
  profile: CliProfile,
  find: FindProfile,
  depth: number,
): Promise<Credentials> {
  const source = find(profile['source_profile']);
  if (!source) throw new Refusal(place, 'mode ChainableRamRoleArn: its source_profile does not exist');
  if (depth > 8)
    throw new Refusal(place, 'mode ChainableRamRoleArn: its source_profile leads back to itself');
  return serveCliProfile(context, `${place}, its source_profile`, source, find, depth + 1);
}

function role(place: string, profile: CliProfile): RoleRequest {
  return {
    roleArn: need(place, profile, 'ram_role_arn'),
    roleSessionName: text(profile, 'ram_session_name'),
    durationSeconds: Number(profile['expired_seconds']) || undefined,
    externalId: text(profile, 'external_id'),
  };
}

function oidcRoleOf(place: string, profile: CliProfile) {
  return {
    ...role(place, profile),
    durationSeconds: Number(profile['duration_seconds'] || profile['expired_seconds']) || undefined,
    oidcProviderArn: need(place, profile, 'oidc_provider_arn'),
    oidcTokenFile: need(place, profile, 'oidc_token_file'),
  };
}

function location(profile: CliProfile): StsLocation {
  return {
    region: text(profile, 'sts_region'),
    vpc: profile['enable_vpc'] === true,
    endpoint: text(profile, 'sts_endpoint'),
  };
}

function text(profile: CliProfile, field: string): string | undefined {
  const value = profile[field];
  return typeof value === 'string' && value ? value : undefined;
}

function need(place: string, profile: CliProfile, field: string): string {
  const value = text(profile, field);
  if (value === undefined) throw new Refusal(place, `${field} is missing or empty`);
  return value;
}

function unsupported(mode: unknown): string {
  const known = otherModes.find((name) => name === mode);
  const which = known ? `its mode ${known} is not supported here` : 'its mode is not known';
  return `${which}; pass an @alicloud/credentials instance as \`credentials\`, or use a profile of mode AK, StsToken, RamRoleArn, EcsRamRole or OIDC`;
}
