import { expect, test } from 'vitest';
import { checkBatch } from './random/check-batch.ts';

// The seed is fixed, so that a run says something about an edit; random.long.test.ts looks further.
test('what is emitted for random schemas compiles, and what they allow survives the way unchanged', async () => {
  expect(await checkBatch({ seed: 20_200_601, operations: 12, requests: 12 })).toBe(12 * 12);
}, 120_000);
