import { defineConfig } from 'vitest/config';

/** A hundred runs take minutes. */
export default defineConfig({ test: { include: ['**/*.long.test.ts'], testTimeout: 900_000 } });
