import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a command line asks for a client in another language. */
export function asksForLanguage(argv: readonly string[]): boolean {
  return argv.some((text) => text === '--language' || text.startsWith('--language='));
}

/**
 * Hands the command line over to `generators/languages`, a program of its own: the kit must not depend on it, nor on Java.
 * Answers its exit code.
 * @throws Error when that folder is absent
 */
export function runLanguage(workspace: string, argv: readonly string[]): number {
  const program = join(workspace, 'generators', 'languages', 'bin', 'generate-language.mjs');
  if (!existsSync(program)) throw new Error(`--language needs ${program}, which is not there.`);
  return spawnSync(process.execPath, [program, ...argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
}
