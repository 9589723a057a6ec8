import { unescape } from 'node:querystring';

/** A name and its value, both decoded. Order and repetitions are kept: the signature covers them. */
export type Pair = readonly [name: string, value: string];

const noPairs: readonly Pair[] = [];

/**
 * Decodes `application/x-www-form-urlencoded` text. Never throws: a broken escape decodes to U+FFFD, and then no
 * signature matches it. By hand because `URLSearchParams` took a third of the time of an unsigned request.
 */
export function parsePairs(text: string): readonly Pair[] {
  if (text === '') return noPairs;
  const pairs: Pair[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals === -1) pairs.push([decode(part), '']);
    else pairs.push([decode(part.slice(0, equals)), decode(part.slice(equals + 1))]);
  }
  return pairs;
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? unescape(spaced) : spaced;
}

/** The first value of a name. */
export function firstValue(pairs: readonly Pair[], name: string): string | undefined {
  for (const pair of pairs) if (pair[0] === name) return pair[1];
  return undefined;
}
