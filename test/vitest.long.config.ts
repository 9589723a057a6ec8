import { defineConfig } from 'vitest/config';

/** What takes longer than a developer waits: soak, fuzz, other languages' SDKs. */
export default defineConfig({
  test: {
    include: ['**/*.long.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
