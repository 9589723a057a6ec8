import type { ChainContext } from './chain-context.ts';
import { Refusal } from './refusal.ts';
import { fetchJson, placeOf, readSession, record } from './remote.ts';
import type { Credentials } from './types.ts';

/** A role to take on, as all sources of it say. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly roleSessionName: string | undefined;
  /** Seconds; 900 at least, an hour when not given. */
  readonly durationSeconds: number | undefined;
  readonly policy?: string | undefined;
  readonly externalId?: string | undefined;
}

/** Which host of the token service to ask. */
export interface StsLocation {
  readonly region: string | undefined;
  readonly vpc: boolean;
  /** Goes before both. */
  readonly endpoint?: string | undefined;
}

/** Host of the token service, see https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-endpoint */
export function stsHost(place: string, location: StsLocation): string {
  const { region, vpc, endpoint } = location;
  const host = endpoint ?? (region ? `sts${vpc ? '-vpc' : ''}.${region}.aliyuncs.com` : 'sts.aliyuncs.com');
  // A region such as `x.example/` would send the key's token elsewhere.
  if (!/^[\w.-]+$/.test(host) || !URL.canParse(`https://${host}`)) {
    throw new Refusal(place, 'the region or endpoint of STS is not a host name');
  }
  return host;
}

/** The form fields that both ways of taking on a role share. */
export function roleFields(place: string, role: RoleRequest, now: number): Record<string, string> {
  const duration = role.durationSeconds || 3600;
  if (duration < 900) throw new Refusal(place, 'the duration of the session must be 900 seconds or more');
  return {
    RoleArn: role.roleArn,
    RoleSessionName: role.roleSessionName || `swas-${now}`,
    DurationSeconds: `${duration}`,
    ...(role.policy ? { Policy: role.policy } : {}),
    ...(role.externalId ? { ExternalId: role.externalId } : {}),
  };
}

/** The query that every call of the token service starts from. */
export function stsQuery(action: string, now: number): Record<string, string> {
  const timestamp = new Date(now).toISOString().replace(/\.\d+/, '');
  return { Version: '2015-04-01', Action: action, Format: 'JSON', Timestamp: timestamp };
}

/** Asks the token service for a session. */
export async function askSts(
  context: ChainContext,
  host: string,
  query: Readonly<Record<string, string>>,
  form: Readonly<Record<string, string>>,
): Promise<Credentials> {
  const request = {
    method: 'POST',
    url: `https://${host}/?${new URLSearchParams(query).toString()}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
    timeout: context.requestTimeout,
  } as const;
  const place = `${placeOf(request)} (${query['Action']})`;
  return readSession(context, place, record(await fetchJson(context, request, place))['Credentials']);
}
