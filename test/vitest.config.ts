import { configDefaults, defineConfig } from 'vitest/config';

/** These tests start servers, compilers and whole builds: a second is nothing here. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    exclude: [...configDefaults.exclude, '**/*.long.test.ts'],
  },
});
