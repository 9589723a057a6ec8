import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readQuickly } from '../../src/syntax/quick-yaml.ts';
import { contentsOf, readByLibrary } from './library.ts';
import { pieces } from './pieces.ts';
import { sample } from './sample.ts';

/** Some lines of the sample, moved to the left, with pieces put in and characters taken out. */
const broken = fc
  .record({
    from: fc.nat(sample.split('\n').length),
    count: fc.integer({ min: 1, max: 14 }),
    edits: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(3), piece: pieces }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ from, count, edits }) => {
    const lines = sample.split('\n').slice(from, from + count);
    const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
    let text = lines.map((line) => line.slice(Math.min(...indents, 100))).join('\n');
    for (const { at, drop, piece } of edits) {
      const place = Math.floor(at * text.length);
      text = text.slice(0, place) + piece + text.slice(place + drop);
    }
    return text;
  });

/** What the quick reader answers or leaves to the library, and what the library answers. */
function bothReadings(text: string): readonly [unknown, unknown] {
  const library = readByLibrary(text);
  const quick = readQuickly(text);
  return [quick === undefined ? library : contentsOf(quick), library];
}

describe('the quick reader', () => {
  it('reads everything that it knows as the library does', () => {
    expect(readQuickly(sample)).toBeDefined();
    const [quick, library] = bothReadings(sample);
    expect(quick).toStrictEqual(library);
  });

  it('agrees with the library on every broken text that it does not leave to it', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const [quick, library] = bothReadings(text);
        expect(quick).toEqual(library);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the library on any data, however it is laid out', () => {
    const layout = fc.record({
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 40),
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_DOUBLE' as const,
        'QUOTE_SINGLE' as const,
        'BLOCK_LITERAL' as const,
      ),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), layout, (data, options) => {
        const [quick, library] = bothReadings(stringify(data, options));
        expect(quick).toEqual(library);
      }),
      { numRuns: 200 },
    );
  });

  it('reads JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (data) => {
        const [quick, library] = bothReadings(JSON.stringify(data, null, 2));
        expect(quick).toEqual(library);
      }),
    );
    expect(readQuickly('{\n  "a": [1, "b"]\n}\n')).toBeDefined();
  });

  it('goes as deep as any spec, and says where a text goes deeper', () => {
    expect(readQuickly('['.repeat(199) + ']'.repeat(199))).toBeDefined();
    expect(() => readQuickly(`a: ${'['.repeat(300)}${']'.repeat(300)}`)).toThrow(
      expect.objectContaining({ offset: 202 }),
    );
  });

  it.each([
    ['an anchor', 'a: &b c'],
    ['an alias', 'a: *b'],
    ['a tag', 'a: !!int 1'],
    ['a second document', 'a: 1\n---\nb: 2'],
    ['a directive', '%YAML 1.2\n---\na: 1'],
    ['a tab', 'a:\tb'],
    ['another line end', 'a: 1\r\nb: 2'],
    ['half a character', 'a: \ud800'],
    ['a key that is no scalar', '? [a]\n: b'],
    ['a mark for the indentation', 'a: |2\n    b\n'],
    ['two colons', 'a: b: c'],
    ['nothing', '# only a comment\n'],
  ])('leaves %s to the library', (_what, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });
});
