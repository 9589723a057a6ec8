import { describe, expect, it } from 'vitest';
import { Nonces } from '../../src/auth/nonces.ts';

const lifetime = 1000;

describe('the memory for nonces', () => {
  it('knows each nonce of each key', () => {
    const nonces = new Nonces(10, lifetime);
    expect(nonces.use('key', 'a', 1)).toBe(true);
    expect(nonces.use('key', 'a', 2)).toBe(false);
    expect(nonces.use('other', 'a', 3)).toBe(true);
  });

  it('keeps to its limit, and knows at least the last half of it', () => {
    const nonces = new Nonces(10, lifetime);
    for (let number = 0; number < 1000; number += 1) {
      expect(nonces.use('key', String(number), 1)).toBe(true);
      expect(nonces.size).toBeLessThanOrEqual(10);
      for (let back = 0; back < Math.min(5, number); back += 1) {
        expect(nonces.use('key', String(number - back), 1)).toBe(false);
      }
    }
  });

  it('does not forget those of one key for those of another', () => {
    const nonces = new Nonces(10, lifetime);
    nonces.use('key', 'a', 1);
    for (let number = 0; number < 100; number += 1) nonces.use('other', String(number), 1);
    expect(nonces.use('key', 'a', 1)).toBe(false);
  });

  it('knows a nonce for as long as its date is accepted, and forgets it in time', () => {
    const nonces = new Nonces(1000, lifetime);
    nonces.use('key', 'a', 0);
    nonces.use('key', 'b', lifetime + 1);
    expect(nonces.use('key', 'a', lifetime)).toBe(false);
    nonces.use('key', 'c', 2 * lifetime + 2);
    expect(nonces.use('key', 'a', 2 * lifetime + 3)).toBe(true);
  });

  it('tells long ones apart', () => {
    const nonces = new Nonces(10, lifetime);
    const long = 'n'.repeat(30_000);
    expect([
      nonces.use('key', long, 0),
      nonces.use('key', `${long}1`, 0),
      nonces.use('key', long, 0),
    ]).toEqual([true, true, false]);
  });

  it('forgets all when it is cleared', () => {
    const nonces = new Nonces(2, lifetime);
    for (const nonce of ['a', 'b']) nonces.use('key', nonce, 0);
    nonces.clear();
    expect([nonces.use('key', 'a', 0), nonces.size]).toEqual([true, 1]);
  });
});
