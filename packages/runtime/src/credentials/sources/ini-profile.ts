import { assumeRole } from '../assume-role.ts';
import type { ChainContext, Source } from '../chain-context.ts';
import { variable } from '../chain-context.ts';
import { homePath, readText } from '../files.ts';
import { holdCredentials } from '../held-credentials.ts';
import { parseIni } from '../ini.ts';
import { Refusal, refuseInvalid } from '../refusal.ts';
import type { RoleRequest } from '../sts.ts';
import type { Credentials } from '../types.ts';
import { ecsRoleSession } from './ecs-ram-role.ts';
import { stsLocation } from './oidc-role.ts';

type Section = ReadonlyMap<string, string>;

/** A profile of the credentials file that Alibaba Cloud's SDKs share. */
export const iniProfile: Source = async (context) => {
  const path =
    variable(context, 'ALIBABA_CLOUD_CREDENTIALS_FILE') ??
    (await homePath(context, '.alibabacloud/credentials'));
  const profile = context.profile ?? variable(context, 'ALIBABA_CLOUD_PROFILE') ?? 'default';
  const section = parseIni(await readText(context, path)).get(profile);
  if (!section) throw new Refusal(path, `has no section [${profile}]`);
  return serve(context, `${path} [${profile}]`, section);
};

async function serve(context: ChainContext, place: string, section: Section): Promise<Credentials> {
  switch (section.get('type')) {
    case undefined:
      throw new Refusal(place, 'has no "type"');
    case 'access_key':
      return ownKey(place, section, 'access_key');
    case 'ecs_ram_role':
      return ecsRoleSession(context, section.get('role_name') || undefined);
    case 'ram_role_arn':
      return assumeRole(
        context,
        place,
        ownKey(place, section, 'ram_role_arn'),
        role(place, section),
        stsLocation(context),
      );
    default:
      throw new Refusal(place, 'has a "type" other than access_key, ecs_ram_role and ram_role_arn');
  }
}

function ownKey(place: string, section: Section, type: string): Credentials {
  const given = {
    accessKeyId: section.get('access_key_id'),
    accessKeySecret: section.get('access_key_secret'),
  };
  return refuseInvalid(place, () => holdCredentials(given, `type ${type}`));
}

function role(place: string, section: Section): RoleRequest {
  const roleArn = section.get('role_arn');
  if (!roleArn) throw new Refusal(place, 'role_arn is missing or empty');
  return {
    roleArn,
    roleSessionName: section.get('role_session_name'),
    durationSeconds: undefined,
    policy: section.get('policy'),
  };
}
