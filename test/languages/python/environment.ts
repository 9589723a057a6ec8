import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

const requirements = join(root, 'test/languages/python/requirements.txt');

/** A virtual environment's Python, or why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly reason: string };

/**
 * A virtual environment with the pinned requirements, made once and kept in the cache under the hash of what it holds.
 * A half-made one is recognized by its missing mark and made again.
 */
export async function pythonEnvironment(): Promise<PythonEnvironment> {
  const probe = await tryRun('python3', ['-c', 'import ensurepip, sys, venv; print(sys.version)']);
  if (probe === undefined)
    return { reason: 'There is no python3 with the modules venv and ensurepip on the PATH.' };
  const hash = createHash('sha256').update(readFileSync(requirements)).update(probe).digest('hex');
  const folder = join(root, 'test/node_modules/.cache/python-client', hash.slice(0, 16));
  const python = join(folder, 'bin/python');
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return { python };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  const parameters = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '-r',
    requirements,
  ];
  const installed = await run(python, parameters);
  if (installed.exitCode !== 0)
    return { reason: `pip could not install the requirements: ${installed.stderr}` };
  writeFileSync(mark, '');
  return { python };
}

/** What a program prints, unless it is absent or fails. */
async function tryRun(program: string, parameters: readonly string[]): Promise<string | undefined> {
  try {
    const { exitCode, stdout } = await run(program, parameters);
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined;
  }
}
