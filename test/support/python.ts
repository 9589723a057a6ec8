import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.ts';
import { root } from './workspace.ts';

/** A virtual environment's Python, or why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly reason: string };

/**
 * A virtual environment with pinned requirements, made once and kept under the hash of what it holds.
 * @param requirements path of the requirements file, from the root
 */
export async function pythonWith(requirements: string): Promise<PythonEnvironment> {
  const probe = await run('python3', ['-c', 'import ensurepip, sys, venv; print(sys.version)']).catch(
    () => undefined,
  );
  if (probe?.exitCode !== 0)
    return { reason: 'There is no python3 with the modules venv and ensurepip on the PATH.' };
  const file = join(root, requirements);
  const hash = createHash('sha256').update(readFileSync(file)).update(probe.stdout).digest('hex');
  const folder = join(root, 'test/node_modules/.cache/python', hash.slice(0, 16));
  const python = join(folder, 'bin/python');
  // Written last, so that a half-made environment is made again.
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return { python };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  const { exitCode, stderr } = await run(python, ['-m', 'pip', 'install', '--quiet', '-r', file]);
  if (exitCode !== 0) return { reason: `pip could not install ${requirements}: ${stderr}` };
  writeFileSync(mark, '');
  return { python };
}
