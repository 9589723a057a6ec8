import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { HmacSha256 } from '../../src/auth/hmac-sha256.ts';

it('is what node:crypto computes, for keys shorter and longer than a block', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 2, maxLength: 2 }), (secret, messages) => {
      const hmac = new HmacSha256(secret);
      // Two in a row: nothing of the first may stay for the second.
      for (const message of messages) {
        const expected = createHmac('sha256', secret).update(message).digest('hex');
        expect(hmac.digest(message)).toBe(expected);
      }
    }),
    {
      numRuns: 500,
      examples: [
        ['', ['', 'a']],
        ['k'.repeat(64), ['a', 'b']],
        ['k'.repeat(65), ['a', 'b']],
      ],
    },
  );
});
