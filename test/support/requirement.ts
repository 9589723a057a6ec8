import type { TestContext } from 'vitest';

/**
 * Skips a test for which this machine lacks something, with the reason; on a build machine (`CI=true`) it fails instead, since
 * a test that silently stops running there would never be missed.
 */
export function skipWithout(context: TestContext, reason: string | undefined): void {
  if (reason === undefined) return;
  if (process.env['CI'] === 'true') throw new Error(`${reason} CI=true demands this test.`);
  context.skip(reason);
}
