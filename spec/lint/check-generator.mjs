import { runCommand } from './command.mjs';
import { ensureJar, runGenerator } from './generator-jar.mjs';
import { failed, passed, skipped } from './result.mjs';

/**
 * Asks openapi-generator for a second opinion on the spec. It needs Java; whoever has none can still lint the rest.
 *
 * @param {string} file Relative to `directory`.
 * @param {string} directory Directory that holds `openapitools.json`.
 * @param {{ java?: string }} [options] `java`: program that must answer `-version`.
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function validateWithGenerator(file, directory, { java = 'java' } = {}) {
  const { code } = await runCommand(java, ['-version']);
  if (code !== 0)
    return skipped('no Java on the PATH; install a Java runtime, version 11 or later, to run it');
  const { missing, wrong } = await ensureJar(directory);
  if (missing !== undefined) return skipped(missing);
  if (wrong !== undefined) return failed([wrong]);
  const {
    code: status,
    stdout,
    stderr,
  } = await runGenerator(['validate', '-i', file, '--recommend'], directory);
  if (status === 0 && stdout.includes('No validation issues detected')) return passed();
  return failed(`${stdout}\n${stderr}`.trim().split('\n'));
}
