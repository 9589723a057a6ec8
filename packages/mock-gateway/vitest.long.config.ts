import { defineConfig } from 'vitest/config';

/** A million random and mutated requests: four properties with a quarter each. */
export default defineConfig({
  test: { include: ['test/fuzz.test.ts'], testTimeout: 7_200_000, env: { GATEWAY_FUZZ_RUNS: '250000' } },
});
