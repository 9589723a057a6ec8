import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as node from '../src/platform/node.ts';
import * as web from '../src/platform/web.ts';

// Around 64 bytes the key of an HMAC changes from the secret itself to its hash.
const secret = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 24 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 60, maxLength: 70 }),
  fc.integer({ min: 62, max: 66 }).map((length) => 'x'.repeat(length)),
);
const text = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });

describe.each([
  ['Node', node],
  ['Web Crypto', web],
] as const)('HMAC-SHA256 with %s', (_, { hmacSha256 }) => {
  it('is that of node:crypto for any secret, and for several in turn', async () => {
    const several = fc.array(fc.tuple(secret, text), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(several, async (pairs) => {
        for (const [key, data] of [...pairs, ...pairs]) {
          const expected = createHmac('sha256', key).update(data).digest('hex');
          expect(await hmacSha256(key, data)).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it.each([undefined, 5])('Node refuses a secret that is no text, each time: %s', (wrong) => {
  node.hmacSha256('right', 'text');
  for (let times = 0; times < 2; times++)
    expect(() => node.hmacSha256(wrong as unknown as string, 'text')).toThrow(TypeError);
});
