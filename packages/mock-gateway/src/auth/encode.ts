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
  let text = '';
  for (const [name, value] of sorted(pairs)) {
    text += `${text === '' ? '' : '&'}${percentEncode(name)}=${percentEncode(value)}`;
  }
  return text;
}

/** SDKs send what they sorted for signing, so that most often there is nothing to do. */
function sorted(pairs: readonly Pair[]): readonly Pair[] {
  for (let index = 1; index < pairs.length; index += 1) {
    const [before, after] = [pairs[index - 1], pairs[index]];
    if (before !== undefined && after !== undefined && comparePairs(before, after) > 0) {
      return pairs.toSorted(comparePairs);
    }
  }
  return pairs;
}

function comparePairs(left: Pair, right: Pair): number {
  return compareText(left[0], right[0]) || compareText(left[1], right[1]);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
