import type { ChainContext } from './chain-context.ts';
import { rpcSignature } from './rpc-signature.ts';
import { askSts, roleFields, type RoleRequest, stsHost, type StsLocation, stsQuery } from './sts.ts';
import type { Credentials } from './types.ts';

/**
 * A session of a RAM role, by AssumeRole signed with another key.
 *
 * @param origin where the settings come from, named when one of them is wrong
 */
export async function assumeRole(
  context: ChainContext,
  origin: string,
  key: Credentials,
  role: RoleRequest,
  location: StsLocation,
): Promise<Credentials> {
  const now = context.environment.now();
  const form = roleFields(origin, role, now);
  const query: Record<string, string> = {
    ...stsQuery('AssumeRole', now),
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: crypto.randomUUID(),
    AccessKeyId: key.accessKeyId,
  };
  if (key.securityToken) query['SecurityToken'] = key.securityToken;
  query['Signature'] = await rpcSignature('POST', { ...query, ...form }, key.accessKeySecret);
  return askSts(context, stsHost(origin, location), query, form);
}
