import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePairs } from '../../src/requests/query.ts';

it('decodes as the standard for forms says', () => {
  const part = fc.constantFrom(
    'a',
    'bc',
    '=',
    '&',
    '+',
    '%20',
    '%7E',
    '%e4%bd%A0',
    '%',
    '%zz',
    '%ff',
    '你',
    ';',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(parsePairs(text)).toEqual([...new URLSearchParams(`?${text}`)]);
    }),
    { numRuns: 3000 },
  );
});
