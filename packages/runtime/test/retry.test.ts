import { afterEach, expect, it, vi } from 'vitest';
import { retryDelay } from '../src/call/retry.ts';
import { withToken } from './support/operation.ts';

afterEach(() => vi.restoreAllMocks());

const busy = { attempts: 1, status: 503, mayHaveBeenSent: true };

it.each([
  ['what was asked for, and not all at that moment', { ...busy, retryAfter: 1000 }, [1000, 1100]],
  ['a while where nothing was', busy, [0, 100]],
  ['longer from attempt to attempt', { ...busy, attempts: 3 }, [0, 400]],
  ['20 s at most by its own choice', { ...busy, attempts: 20 }, [0, 10_000]],
])('waits %s', (_, error, expected) => {
  const random = vi.spyOn(Math, 'random');
  const delays = [0, 0.5].map((value) => {
    random.mockReturnValue(value);
    return retryDelay(error, withToken, 30);
  });
  expect(delays).toEqual(expected);
});
