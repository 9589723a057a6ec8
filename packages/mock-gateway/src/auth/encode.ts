import type { Pair } from '../requests/query.ts';

const unreserved = /^[A-Za-z0-9\-_.~]*$/;

/** Percent-encodes as RFC 3986 says and both signatures ask: space is `%20`, `*` is `%2A`, `~` stays. */
export function percentEncode(text: string): string {
  if (unreserved.test(text)) return text;
  // Text from a request was decoded as UTF-8 and so holds no lone surrogate, on which this would throw.
  return encodeURIComponent(text).replace(/[!'()*]/g, hexEscape);
}

function hexEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The canonical query string: sorted by name, then value, each encoded. */
export function canonicalQuery(pairs: readonly Pair[]): string {
  return pairs
    .toSorted(comparePairs)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}

function comparePairs(left: Pair, right: Pair): number {
  return compareText(left[0], right[0]) || compareText(left[1], right[1]);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
