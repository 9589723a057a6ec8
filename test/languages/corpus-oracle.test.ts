import { hasJava } from '@swas/generator-languages';
import { expect, test } from 'vitest';
import { loadFeatures } from '../corpus/support/features.ts';
import { skipWithout } from '../support/requirement.ts';
import { temporaryFolder } from '../support/workspace.ts';
import { compareBothSides, emitBothSides } from './oracle/corpus.ts';
import { brokenThere, differences } from './oracle/differences.ts';

const features = loadFeatures();

/** The others are compared by `pnpm test:long`. */
const representatives = new Set(['nested-objects', 'nullable', 'one-of']);

test("typescript-fetch's types of some features and ours are assignable both ways", async (context) => {
  skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
  const chosen = features.filter(({ name }) => representatives.has(name));
  const sides = await emitBothSides(chosen, temporaryFolder());
  expect(sides.broken).toEqual([]);
  expect(await compareBothSides(sides)).toBe('');
  // The comparison can see: it names a difference that is not listed, and a listed one that is gone.
  expect(await compareBothSides(sides, [])).toContain('differing: "Size"; listed: never');
  const stale = { reason: 'none', places: [['one-of', 'OneOfRequest', 'Target']] } as const;
  const fault = await compareBothSides(sides, [...differences, stale]);
  expect(fault).toContain('differing: "Size"; listed: "Size" | "Target"');
}, 180_000);

test('everything that is listed belongs to a feature', () => {
  const types = features.flatMap(({ name, model }) =>
    model.operations.flatMap(({ typeName }) => [`${name} ${typeName}Request`, `${name} ${typeName}Result`]),
  );
  const listed = differences.flatMap(({ places }) => places.map(([feature, type]) => `${feature} ${type}`));
  expect(types).toEqual(expect.arrayContaining(listed));
  expect(features.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(brokenThere)));
});
