import { hasJava } from '@swas/generator-languages';
import { expect, test } from 'vitest';
import { loadFeatures } from '../corpus/support/features.ts';
import { skipWithout } from '../support/requirement.ts';
import { temporaryFolder } from '../support/workspace.ts';
import { compareBothSides, emitBothSides } from './oracle/corpus.ts';
import { brokenThere } from './oracle/differences.ts';

test('the types of every feature and those of typescript-fetch are assignable both ways', async (context) => {
  skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
  const sides = await emitBothSides(loadFeatures(), temporaryFolder());
  expect(await compareBothSides(sides)).toBe('');
  expect(sides.broken).toEqual(Object.keys(brokenThere));
});
