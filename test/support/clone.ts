import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './commands.ts';
import { root } from './workspace.ts';

/** A folder with the files that git knows here or would add: what a clone of the next commit holds. */
export async function cloneWorkspace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'swas-clone-'));
  const listed = await run('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ]);
  const deleted = await run('git', ['ls-files', '-z', '--deleted']);
  const gone = new Set(deleted.stdout.split('\0'));
  for (const path of listed.stdout.split('\0')) {
    if (path === '' || gone.has(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  // Turbo asks git which files count; outside a repository it would take its own outputs for inputs.
  await run('git', ['init', '--quiet'], folder);
  await run('git', ['add', '--all'], folder);
  return folder;
}
