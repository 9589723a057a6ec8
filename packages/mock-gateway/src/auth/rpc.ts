import { firstValue } from '../requests/query.ts';
import { findAccessKey } from './access-keys.ts';
import type { Authenticate } from './authenticator.ts';
import { equalText } from './equal-text.ts';
import { rpcSignature, rpcStringToSign } from './rpc-signature.ts';
import { timestampFault } from './timestamp.ts';

/** Verifies the older RPC signature (HMAC-SHA1), whose parts are parameters of the query or of the form body. */
export const authenticateRpc: Authenticate = (incoming, { refusals, keys, nonces, now }) => {
  const { parameters } = incoming;
  const value = (name: string): string | undefined => firstValue(parameters, name) || undefined;
  const accessKeyId = value('AccessKeyId');
  if (accessKeyId === undefined) return refusals.gateway('missing-access-key', 'AccessKeyId');
  const signature = value('Signature');
  if (signature === undefined) return refusals.gateway('missing-signature', 'Signature');
  for (const [name, only] of [
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
  ] as const) {
    if (value(name) !== only) return refusals.gateway('invalid-signature-method', name);
  }
  const timestamp = timestampFault(value('Timestamp'), now);
  if (timestamp !== undefined) return refusals.gateway(timestamp, 'Timestamp');
  const nonce = value('SignatureNonce');
  if (nonce === undefined) return refusals.gateway('missing-nonce', 'SignatureNonce');
  const key = findAccessKey(keys, { accessKeyId, securityToken: value('SecurityToken') });
  if (typeof key === 'string') return refusals.gateway(key, 'SecurityToken');
  const stringToSign = rpcStringToSign(incoming.method, parameters);
  if (!equalText(signature, rpcSignature(stringToSign, key.secret))) {
    return refusals.gateway(
      'signature-mismatch',
      '',
      ` server string to sign is:${withoutToken(stringToSign)}`,
    );
  }
  // A copy: a part of a request's text keeps all of that text in memory.
  return nonces.use(key.id, Buffer.from(nonce).toString(), now)
    ? key
    : refusals.gateway('nonce-used', 'SignatureNonce');
};

/** Session tokens stay out of messages, which end up in logs. */
function withoutToken(stringToSign: string): string {
  return stringToSign.replace(/(SecurityToken%3D)(?:(?!%26).)*/, '$1***');
}
