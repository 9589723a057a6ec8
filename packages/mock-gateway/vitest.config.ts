import { defineConfig } from 'vitest/config';

/** Some tests start a process, which takes a while on a busy machine. */
export default defineConfig({ test: { testTimeout: 30_000 } });
