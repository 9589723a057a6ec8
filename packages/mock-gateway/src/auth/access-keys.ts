import { equalText } from './equal-text.ts';

/** A key pair that the gateway knows. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Makes it a temporary (STS) key: requests must carry exactly this token. */
  readonly securityToken?: string;
  /** Account whose images it sees; two keys of one account share state. Without it, each key has its own. */
  readonly account?: string;
}

/** The key that works when none is configured. Public knowledge, and good for this emulator only. */
export const defaultAccessKey: AccessKey = { id: 'testid', secret: 'testsecret' };

/** What a request presents itself with. */
export interface Presented {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
}

/** The known key for what was presented, or the condition that refuses it. */
export function findAccessKey(
  keys: ReadonlyMap<string, AccessKey>,
  { accessKeyId, securityToken }: Presented,
): AccessKey | 'unknown-access-key' | 'missing-security-token' | 'invalid-security-token' {
  const key = keys.get(accessKeyId);
  if (key === undefined) return 'unknown-access-key';
  if (key.securityToken === undefined) return securityToken === undefined ? key : 'invalid-security-token';
  if (securityToken === undefined) return 'missing-security-token';
  return equalText(securityToken, key.securityToken) ? key : 'invalid-security-token';
}
