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

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Query string in canonical form: sorted by name, names and values percent-encoded. The same text goes into the URL,
 * so that what is signed is what is sent.
 */
export function canonicalQuery(query: readonly Pair[]): string {
  return query
    .toSorted((a, b) => ascending(a[0], b[0]) || ascending(a[1], b[1]))
    .map(([name, value]) => percentEncode(name) + '=' + percentEncode(value))
    .join('&');
}

/** Whether the signature covers a header, by its lower-case name. */
export const isSignedHeader = (name: string): boolean =>
  name.startsWith('x-acs-') || name === 'host' || name === 'content-type';

/** Canonical header lines and the list of names in them. */
export interface CanonicalHeaders {
  /** `name:value` lines, each with its line feed. */
  readonly lines: string;
  /** Names joined by `;`. */
  readonly names: string;
}

/** Canonical form of the signed headers. Values under one name are sorted and joined by `,`. */
export function canonicalHeaders(headers: readonly Pair[]): CanonicalHeaders {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (!isSignedHeader(key)) continue;
    const present = values.get(key);
    if (present) present.push(value.trim());
    else values.set(key, [value.trim()]);
  }
  const names = [...values.keys()].toSorted();
  const lines = names.map((name) => name + ':' + values.get(name)!.toSorted().join(',') + '\n');
  return { lines: lines.join(''), names: names.join(';') };
}

/**
 * The canonical request of ACS3-HMAC-SHA256.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function canonicalRequest(input: CanonicalInput): string {
  const { lines, names } = canonicalHeaders(input.headers);
  return [input.method, input.path, canonicalQuery(input.query), lines, names, input.hashedPayload].join(
    '\n',
  );
}
