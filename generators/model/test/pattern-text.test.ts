import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternText } from '../src/values/pattern-text.ts';

test.for([
  ['^[a-z]+-[0-9a-z]+$', 'a-a', 'aa-a'],
  ['^m-[0-9a-z]{4,6}$', 'm-aaaa', 'm-aaaaa'],
  [String.raw`^(?:\d{1,3}\.){3}\d{1,3}$`, '0.0.0.0', '00.00.00.0'],
  ['^(on|off)?$', '', 'on'],
  [String.raw`^\p{Lu}[^a-z]$`, 'A0', 'A0'],
  ['x|y', 'x', 'x'],
  ['中+', '中', '中中'],
] as const)('%s is turned round', ([pattern, shortest, longer]) => {
  expect([patternText(pattern, 0), patternText(pattern, 1)]).toEqual([shortest, longer]);
  for (const text of [shortest, longer]) expect(text).toMatch(new RegExp(pattern, 'u'));
});

test.for(['^(?=a)b', '(?<name>a)', String.raw`(a)\1`, String.raw`\ba`, 'a{100000000}', '[]', '(a', 'a)'])(
  '%s is left to others',
  (pattern) => {
    expect(patternText(pattern, 0)).toBeUndefined();
  },
);

const piece = fc.oneof(
  fc.constantFrom('a', '-', '[0-9]', '[^a-z]', String.raw`\d`, String.raw`\w`, String.raw`\.`, '.', '中'),
  fc.constantFrom('(?:ab|c)', '([a-f]x)', String.raw`\u0041`, String.raw`\x42`, String.raw`\p{L}`),
);
const repeated = fc
  .tuple(piece, fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,3}', '+?'))
  .map((parts) => parts.join(''));

test('what comes out matches, however often it is repeated', () => {
  fc.assert(
    fc.property(fc.array(repeated, { maxLength: 6 }), fc.nat(20), (parts, extra) => {
      const pattern = `^${parts.join('')}$`;
      expect(patternText(pattern, extra)).toMatch(new RegExp(pattern, 'u'));
    }),
  );
});
