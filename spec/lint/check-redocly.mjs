import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from './command.mjs';
import { failed, passed } from './result.mjs';

const packageFile = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const redocly = join(dirname(packageFile), 'bin', 'cli.js');
// A check must not report to anyone, and must print the same with every release.
const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/**
 * Lints one file by Redocly's recommended rules. A warning fails like an error, so that none piles up unread.
 *
 * @param {string} file Relative to `directory`.
 * @param {string} directory Directory that holds `redocly.yaml`.
 * @returns {Promise<import('./result.mjs').Result>}
 */
export async function lintWithRedocly(file, directory) {
  const lint = (format) =>
    runCommand(process.execPath, [redocly, 'lint', file, '--config', 'redocly.yaml', `--format=${format}`], {
      cwd: directory,
      env,
    });
  const { code, stdout } = await lint('json');
  if (code === 0 && countProblems(stdout) === 0) return passed();
  // The JSON has no line numbers; the readable form has. On stderr stand notices, and why it could not run at all.
  const readable = await lint('codeframe');
  return failed((readable.stdout.trim() || readable.stderr.trim()).split('\n'));
}

/** @returns {number} NaN, which no comparison accepts, when the output is not what it should be. */
function countProblems(stdout) {
  try {
    const { totals } = JSON.parse(stdout);
    return totals.errors + totals.warnings;
  } catch {
    return Number.NaN;
  }
}
