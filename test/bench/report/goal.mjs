import { formatNumber } from './number.mjs';

const bound = ({ atMost, atLeast }) =>
  atMost === undefined ? `at least ${formatNumber(atLeast)}` : `at most ${formatNumber(atMost)}`;

/** A figure's goal in words. */
export function goalText(figure) {
  const { limit, also, peerName, unit = '' } = figure;
  if (limit === undefined) return figure.goal ?? '–';
  const measure = limit.of === 'ratio' ? `× ${peerName ?? 'the other'}` : unit;
  return [`${bound(limit)} ${measure}`.trim(), also].filter((text) => text !== undefined).join('; ');
}

/** Whether a result reaches its goal; undefined where the goal is not said as a number. */
export function isMet(result) {
  const { limit, missed = [], error } = result;
  if (error !== undefined || missed.length > 0) return false;
  if (limit === undefined) return undefined;
  const value = result[limit.of];
  return limit.atMost === undefined ? value >= limit.atLeast : value <= limit.atMost;
}
