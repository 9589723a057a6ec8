import { expect, test } from 'vitest';
import { checkBatch } from './random/check-batch.ts';

const first = Math.floor(Math.random() * 2 ** 31);
const seeds = Array.from({ length: 10 }, (_, index) => first + index);

test.for(seeds)('random schemas with seed %i compile, and what they allow survives the way', async (seed) => {
  expect(await checkBatch({ seed, operations: 30, requests: 60 })).toBe(30 * 60);
});
