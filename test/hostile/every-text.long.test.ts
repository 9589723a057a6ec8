import { expect, test } from 'vitest';
import { corpusSpecs, sweep } from './support/every-text.ts';

test.each(corpusSpecs())('no text of %s becomes code or a path', (name, spec) => {
  const { holes, taken } = sweep(name, spec, 7);
  expect(holes).toEqual([]);
  expect(taken).toBeGreaterThan(20);
});
