import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

const requirements = join(root, 'test/official-sdk/python/requirements.txt');

/** A Python with the official SDKs, or why there is none. Made once and kept under the hash of what it holds. */
export async function officialPython(): Promise<{ readonly python: string } | { readonly reason: string }> {
  const probe = await run('python3', ['-c', 'import ensurepip, sys, venv; print(sys.version)']).catch(
    () => undefined,
  );
  if (probe?.exitCode !== 0)
    return { reason: 'There is no python3 with the modules venv and ensurepip on the PATH.' };
  const hash = createHash('sha256').update(readFileSync(requirements)).update(probe.stdout).digest('hex');
  const folder = join(root, 'test/node_modules/.cache/official-python', hash.slice(0, 16));
  const python = join(folder, 'bin/python');
  // Written last, so that a half-made environment is made again.
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return { python };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  const { exitCode, stderr } = await run(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
  if (exitCode !== 0) return { reason: `pip could not install the official SDKs: ${stderr}` };
  writeFileSync(mark, '');
  return { python };
}
