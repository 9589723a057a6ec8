import type { ChainContext, Source } from '../chain-context.ts';
import { flag, variable } from '../chain-context.ts';
import { readText } from '../files.ts';
import { Refusal } from '../refusal.ts';
import { askSts, roleFields, type RoleRequest, stsHost, type StsLocation, stsQuery } from '../sts.ts';
import type { Credentials } from '../types.ts';

const required = [
  'ALIBABA_CLOUD_ROLE_ARN',
  'ALIBABA_CLOUD_OIDC_PROVIDER_ARN',
  'ALIBABA_CLOUD_OIDC_TOKEN_FILE',
];
const place = `environment variables ${required.join(', ')}`;

/** A role taken on with an identity token, as pods of a Kubernetes cluster do. */
export interface OidcRole extends RoleRequest {
  readonly oidcProviderArn: string;
  /** Read at each renewal: the cluster replaces the token in it. */
  readonly oidcTokenFile: string;
}

/** The role that a cluster's webhook puts into a pod's environment. */
export const oidcRole: Source = async (context) => {
  const missing = required.filter((name) => !variable(context, name));
  if (missing.length > 0) throw new Refusal(place, `${missing.join(' and ')} not set`);
  const [roleArn = '', oidcProviderArn = '', oidcTokenFile = ''] = required.map((name) =>
    variable(context, name),
  );
  const roleSessionName = variable(context, 'ALIBABA_CLOUD_ROLE_SESSION_NAME');
  const role = { roleArn, oidcProviderArn, oidcTokenFile, roleSessionName, durationSeconds: undefined };
  return oidcSession(context, place, role, stsLocation(context));
};

/** Where the environment says that the token service is. */
export function stsLocation(context: ChainContext): StsLocation {
  return {
    region: variable(context, 'ALIBABA_CLOUD_STS_REGION'),
    vpc: flag(context, 'ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED'),
  };
}

/**
 * A session by AssumeRoleWithOIDC. The token proves who asks, so the request is not signed.
 *
 * @param origin where the settings come from, named when one of them is wrong
 */
export async function oidcSession(
  context: ChainContext,
  origin: string,
  role: OidcRole,
  location: StsLocation,
): Promise<Credentials> {
  const now = context.environment.now();
  const host = stsHost(origin, location);
  const fields = roleFields(origin, role, now);
  const token = (await readText(context, role.oidcTokenFile)).trim();
  if (!token) throw new Refusal(role.oidcTokenFile, 'is empty');
  const form = { ...fields, OIDCProviderArn: role.oidcProviderArn, OIDCToken: token };
  return askSts(context, host, stsQuery('AssumeRoleWithOIDC', now), form);
}
