import { percentEncode } from './encode.ts';

/** A name and its value. */
export type Pair = readonly [name: string, value: string];

/** What the canonical request is made of. */
export interface CanonicalInput {
  readonly method: string;
  /** Path as sent; `/` for every operation of the RPC style. */
  readonly path: string;
  /** Decoded names and values. */
  readonly query: readonly Pair[];
  /** Any case and order; only the headers that the signature covers are used. */
  readonly headers: readonly Pair[];
  /** SHA-256 of the body in lower-case hexadecimal. */
  readonly hashedPayload: string;
}

/**
 * Query string in canonical form: sorted by name, then value, both percent-encoded. The same text goes into the URL, so
 * that what is signed is what is sent.
 */
export const canonicalQuery = (query: readonly Pair[]): string =>
  query
    .toSorted(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');

/** Headers under lower-case names. Values of one name are sorted and joined by `,`. */
export function mergeHeaders(headers: readonly Pair[]): Record<string, string> {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of headers) (values[name.toLowerCase()] ??= []).push(value.trim());
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.toSorted().join(',')]));
}

/**
 * Canonical form of the headers that the signature covers, from lower-case names: `name:value` lines, each with its line
 * feed, and the names joined by `;`.
 */
export function canonicalHeaders(headers: Readonly<Record<string, string>>): [lines: string, names: string] {
  const names = Object.keys(headers)
    .filter((name) => /^(x-acs-|host$|content-type$)/.test(name))
    .toSorted();
  let lines = '';
  for (const name of names) lines += `${name}:${headers[name]}\n`;
  return [lines, names.join(';')];
}

/**
 * The canonical request of ACS3-HMAC-SHA256.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export const canonicalRequest = ({ method, path, query, headers, hashedPayload }: CanonicalInput): string =>
  [method, path, canonicalQuery(query), ...canonicalHeaders(mergeHeaders(headers)), hashedPayload].join('\n');
