import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatText, formatTexts, type Code } from '../src/format.ts';

/** Parts of files, with what could reach over the border between two of them. */
const parts = [
  '// Generated.\n',
  '\n\n\n',
  '// @ts-nocheck\n',
  "import type { A } from './a.ts';\n",
  'export const a = "x", b = { "c": [1,2] }',
  ';\n',
  '/** A comment. */\n',
  'export function f(a: string): void { return }\n',
  'export type T = {\n a: 1 }\n',
  '// The end.',
  'const text = `\n//`;\n',
];

const text = fc
  .array(fc.constantFrom(...parts), { maxLength: 8 })
  .map((chosen) => `// A file.\n${chosen.join('')}`);
const files = fc.array(text, { minLength: 2, maxLength: 5 });

const codeOf = (texts: readonly string[]): readonly Code[] =>
  texts.map((each, index) => ({ path: `${index}.ts`, text: each }));

/** What files give, or that one of them does not parse. */
const outcome = (formatted: Promise<readonly string[]>): Promise<readonly string[] | 'does not parse'> =>
  formatted.catch(() => 'does not parse');

describe('files that are formatted together', () => {
  it('come out as each does alone', async () => {
    const property = fc.asyncProperty(files, async (texts) => {
      const code = codeOf(texts);
      const alone = await outcome(Promise.all(code.map(formatText)));
      expect(await outcome(formatTexts(code))).toEqual(alone);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('may be no code that can stand with another', async () => {
    const code = [
      { path: 'a.ts', text: '' },
      { path: 'b.json', text: '{"a":1}' },
      { path: 'c.ts', text: '//#border\nexport const a="1"' },
    ];
    expect(await formatTexts(code)).toEqual(['', '{ "a": 1 }\n', "//#border\nexport const a = '1';\n"]);
  });

  it('are told apart when one does not parse', async () => {
    const code = codeOf(['// Good.\nexport const a = 1;\n', '// Bad.\nconst = ;\n']);
    await expect(formatTexts(code)).rejects.toThrow(/^1\.ts does not parse/);
  });
});
