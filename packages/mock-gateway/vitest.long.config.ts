import { defineConfig } from 'vitest/config';

/** A million random and mutated requests: three properties with a third each. Takes about half an hour. */
export default defineConfig({
  test: { include: ['test/fuzz.test.ts'], testTimeout: 7_200_000, env: { GATEWAY_FUZZ_RUNS: '333334' } },
});
