import type { ChainContext, Source } from '../chain-context.ts';
import { flag, variable } from '../chain-context.ts';
import { Refusal } from '../refusal.ts';
import { fetchJson, fetchText, readSession, record } from '../remote.ts';
import type { Credentials } from '../types.ts';

/** The metadata service that every ECS instance reaches, and nothing else does. */
const service = 'http://100.100.100.200/latest';
const rolesUrl = `${service}/meta-data/ram/security-credentials/`;
/** Six hours, in seconds: the longest that the service grants. */
const tokenLifetime = '21600';

/** See https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createrole */
const roleNamePattern = /^[\w.@-]{1,64}$/;
const wrongName = 'not asked: the name given for the RAM role is none';
const noName = 'names no RAM role: the instance has none attached';

/** The role that the instance runs under. */
export const ecsRamRole: Source = async (context) => ecsRoleSession(context, undefined);

/**
 * A session of an instance's role.
 *
 * @param roleName asked from `ALIBABA_CLOUD_ECS_METADATA`, then from the service, when not given
 */
export async function ecsRoleSession(
  context: ChainContext,
  roleName: string | undefined,
): Promise<Credentials> {
  if (flag(context, 'ALIBABA_CLOUD_ECS_METADATA_DISABLED')) {
    throw new Refusal(rolesUrl, 'turned off by ALIBABA_CLOUD_ECS_METADATA_DISABLED=true');
  }
  const known = roleName ?? variable(context, 'ALIBABA_CLOUD_ECS_METADATA');
  const token = await metadataToken(context);
  if (token === undefined) return roleSession(context, known, undefined);
  try {
    return await roleSession(context, known, token);
  } catch (error) {
    // An instance may still run the first version of the service, which refuses tokens.
    if (flag(context, 'ALIBABA_CLOUD_IMDSV1_DISABLED') || !(error instanceof Refusal)) throw error;
    return roleSession(context, known, undefined);
  }
}

/** The token of the service's second version; undefined stands for going on with the first one. */
async function metadataToken(context: ChainContext): Promise<string | undefined> {
  try {
    const token = await fetchText(context, {
      method: 'PUT',
      url: `${service}/api/token`,
      headers: { 'x-aliyun-ecs-metadata-token-ttl-seconds': tokenLifetime },
      timeout: context.metadataTimeout,
    });
    return token.trim();
  } catch (error) {
    if (flag(context, 'ALIBABA_CLOUD_IMDSV1_DISABLED') || !(error instanceof Refusal)) throw error;
    return undefined;
  }
}

async function roleSession(
  context: ChainContext,
  roleName: string | undefined,
  token: string | undefined,
): Promise<Credentials> {
  const request = {
    method: 'GET',
    headers: token === undefined ? {} : { 'x-aliyun-ecs-metadata-token': token },
    timeout: context.metadataTimeout,
  } as const;
  const role = roleName ?? (await fetchText(context, { ...request, url: rolesUrl })).trim();
  if (!roleNamePattern.test(role)) throw new Refusal(`GET ${rolesUrl}`, roleName ? wrongName : noName);
  // Errors leave the name out: it can come from a file.
  const place = `GET ${rolesUrl}{role}`;
  const answer = await fetchJson(context, { ...request, url: rolesUrl + role }, place);
  if (record(answer)['Code'] !== 'Success') throw new Refusal(place, 'its answer has no Code "Success"');
  return readSession(context, place, answer);
}
