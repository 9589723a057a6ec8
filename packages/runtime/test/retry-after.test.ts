import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { retryAfter } from '../src/call/retry-after.ts';

beforeAll(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterAll(() => {
  vi.useRealTimers();
});

it.each([
  ['250', undefined, 250],
  ['250', '7', 250],
  [undefined, '7', 7000],
  [undefined, 'Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  // What is no wait leaves the word to the other header.
  ['-1', '7', 7000],
  ['0', '7', 7000],
  ['soon', '7', 7000],
  ['Infinity', '7', 7000],
  ['', 'Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ['-1', '-7', undefined],
  ['Infinity', '1e999', undefined],
  [undefined, 'Wed, 31 Dec 2025 23:59:59 GMT', undefined],
  [undefined, 'soon', undefined],
  [undefined, undefined, undefined],
])('x-acs-retry-after: %s, Retry-After: %s', (own, standard, expected) => {
  const headers = { ...(own !== undefined && { 'x-acs-retry-after': own }) };
  expect(retryAfter({ ...headers, ...(standard !== undefined && { 'retry-after': standard }) })).toBe(
    expected,
  );
});
