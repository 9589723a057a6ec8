import { createHmac } from 'node:crypto';
import type { Pair } from '../requests/query.ts';
import { canonicalQuery, percentEncode } from './encode.ts';

/** Parameters of the older RPC signature itself; every other one belongs to the operation. */
export const rpcParameters: ReadonlySet<string> = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureType',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);

/** The string that the older RPC signature covers: the verb and every parameter but `Signature`, encoded twice. */
export function rpcStringToSign(method: string, parameters: readonly Pair[]): string {
  const signed = parameters.filter(([name]) => name !== 'Signature');
  return `${method}&%2F&${percentEncode(canonicalQuery(signed))}`;
}

/** The signature in Base64. The key is the secret followed by `&`. */
export function rpcSignature(stringToSign: string, secret: string): string {
  return createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64');
}
