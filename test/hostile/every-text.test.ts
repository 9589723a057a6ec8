import { expect, test } from 'vitest';
import { corpusSpecs, sweep } from './support/every-text.ts';

// A prime, so that every place and every text comes up in some spec; every-text.long.test.ts tries far more.
test('no text of a spec becomes code or a path, wherever it stands', { timeout: 300_000 }, () => {
  const sweeps = corpusSpecs().map(([name, spec]) => sweep(name, spec, 211));
  expect(sweeps.flatMap(({ holes }) => holes)).toEqual([]);
  // Most places take any text; a run in which they do not looks at nothing.
  expect(sweeps.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(50);
});
