import { expect, test, vi } from 'vitest';
import { freshNonce, Nonces } from '../src/run/nonces.ts';

const MINUTE = 60_000;

test('a new nonce is never one of before', () => {
  expect(freshNonce().text).not.toBe(freshNonce().text);
  expect(freshNonce().spent).toBe(false);
});

test('a nonce that another operation has used is repeated: the first of many', () => {
  const nonces = new Nonces();
  const [first, second] = [freshNonce(), freshNonce()];
  nonces.note('Open', first);
  nonces.note('Open', second);
  expect(nonces.repeated('Close')).toEqual({ text: first.text, spent: true });
  expect(nonces.repeated('Open').spent).toBe(false);
});

test('a nonce that a server may have forgotten is not repeated', () => {
  vi.useFakeTimers();
  try {
    const nonces = new Nonces();
    const [first, second] = [freshNonce(), freshNonce()];
    nonces.note('Open', first);
    vi.advanceTimersByTime(6 * MINUTE);
    nonces.note('Open', second);
    expect(nonces.repeated('Close').text).toBe(second.text);
    vi.advanceTimersByTime(11 * MINUTE);
    expect(nonces.repeated('Close').spent).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
