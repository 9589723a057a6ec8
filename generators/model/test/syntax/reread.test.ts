import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuickly } from '../../src/syntax/quick-yaml.ts';
import { rereadQuickly } from '../../src/syntax/reread.ts';
import type { SyntaxTree } from '../../src/syntax/syntax-tree.ts';
import { contentsOf, textsOf } from './library.ts';
import { pieces } from './pieces.ts';
import { sample } from './sample.ts';

const read = (text: string): SyntaxTree => {
  const tree = readQuickly(text);
  if (tree === undefined) throw new Error('The quick reader does not know this text.');
  return tree;
};

/** All that anybody can ask of a tree. */
const everythingIn = (tree: SyntaxTree): unknown => [contentsOf(tree), textsOf(tree)];

/** A character's place, what is taken out there, and what is put in. */
const edit = fc.record({
  at: fc.integer({ min: 0, max: 10_000 }),
  drop: fc.constantFrom(0, 0, 1, 1, 2, 12),
  piece: fc.oneof(
    pieces,
    fc.constantFrom('', ' ', '\n', 'word', ' word', '\n        key: value', ' # comment'),
  ),
});

describe('a text that is read again after an edit', () => {
  it('has the same tree as one that is read for the first time, after any edits', () => {
    let reread = 0;
    const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let tree = read(sample);
      for (const { at, drop, piece } of edits) {
        const { text } = tree.parts;
        const place = at % text.length;
        const next = text.slice(0, place) + piece + text.slice(place + drop);
        const again = rereadQuickly(tree, next);
        if (again === undefined) continue;
        reread += 1;
        expect(everythingIn(again)).toEqual(everythingIn(read(next)));
        tree = again;
      }
    });
    fc.assert(property, { numRuns: 1000 });
    // Otherwise this would have shown little.
    expect(reread).toBeGreaterThan(1000);
  });

  it.each([
    ['a text', 'post:\n      description: |', 'post:\n      description: |-'],
    ['the last value', 'last: é', 'last: and'],
    ['a value that grows by lines', 'plain: this', 'plain: 1\n      other: [a,\n       b]\n      next: this'],
    ['the end of a path', 'block in a list\n', 'block in a list\n    # a comment\n\n'],
  ])('knows %s', (_what, before, after) => {
    const next = sample.replace(before, after);
    const again = rereadQuickly(read(sample), next);
    expect(again && everythingIn(again)).toEqual(everythingIn(read(next)));
  });

  it.each([
    ['what moves the next key to the right', '\nlast:', '\n last:'],
    ['another document', 'last: é', 'last: a\n---\n'],
    ['a tab', 'last: é', 'last:\ta'],
    ['a key', '\nlast:', '\nlatest:'],
    ['what stands above the first key', '# A comment', '# B comment'],
    ['what stands in brackets alone', 'info: {', 'info: [{'],
  ])('is read as a whole after an edit of %s', (_what, before, after) => {
    expect(rereadQuickly(read(sample), sample.replace(before, after))).toBeUndefined();
  });

  it('is read as a whole when it stands in brackets', () => {
    const before = '{\n  a: b,\n  c: d\n}\n';
    expect(rereadQuickly(read(before), before.replace('b,', 'e,'))).toBeUndefined();
  });

  it('is read as a whole when it had a key twice', () => {
    const twice = `${sample}last: b\n`;
    expect(rereadQuickly(read(twice), twice.replace('folded into', 'folded in'))).toBeUndefined();
  });
});
