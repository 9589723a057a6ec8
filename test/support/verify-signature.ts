import { createHash, createHmac } from 'node:crypto';
import type { RecordedRequest } from './recording-server.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Checks an ACS3-HMAC-SHA256 signature from what arrived and nothing else: the list of headers is the client's own, names and
 * values of the query are decoded and encoded anew. Shares no code with any client.
 */
export function isSignatureRight(
  { method, target, headers, body }: RecordedRequest,
  secret: string,
): boolean {
  const match = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  if (!match || headers['x-acs-content-sha256'] !== sha256(body)) return false;
  const [path, query = ''] = target.split('?');
  const lines = match[2]!.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const parts = [method, path, canonical(query), lines.join(''), match[2], sha256(body)];
  const text = `ACS3-HMAC-SHA256\n${sha256(parts.join('\n'))}`;
  return createHmac('sha256', secret).update(text).digest('hex') === match[3];
}

function canonical(query: string): string {
  const pairs = query.split('&').filter(Boolean).map(decodePair);
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map((pair) => pair.map(encode).join('=')).join('&');
}

function decodePair(text: string): [string, string] {
  const [name = '', value = ''] = text
    .split('=')
    .map((part) => decodeURIComponent(part.replaceAll('+', '%20')));
  return [name, value];
}

const unreserved = /[A-Za-z0-9\-_.~]/;

// Byte by byte, so that no library's idea of reserved characters gets in.
const encode = (text: string): string =>
  Array.from(Buffer.from(text, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return byte < 128 && unreserved.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
