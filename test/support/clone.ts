import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './commands.ts';
import { root } from './workspace.ts';

/**
 * The files that a clone of the next commit holds, as git is asked from an empty repository in a folder. The workspace's own it may
 * refuse, where somebody else owns the files, and an unpacked archive has none.
 */
async function listFiles(folder: string): Promise<readonly string[]> {
  const initialised = await run('git', ['init', '--quiet', folder]);
  const place = ['--git-dir', join(folder, '.git'), '--work-tree', root];
  const listed = await run('git', [...place, 'ls-files', '-z', '--others', '--exclude-standard']);
  const paths = listed.stdout.split('\0').filter((path) => path !== '');
  if (paths.length === 0) throw new Error(`git listed no files: ${initialised.stderr}${listed.stderr}`);
  return paths;
}

/** The paths of these files from the root. */
export async function workspaceFiles(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'swas-files-'));
  try {
    return await listFiles(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A repository with these files, all of them added and none committed. Spaces and letters of its name are for all to cope with. */
export async function cloneWorkspace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'swas clone ñ-'));
  for (const path of await listFiles(folder)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  // Turbo asks git which files count; outside a repository it would take its own outputs for inputs.
  await run('git', ['add', '--all'], folder);
  return folder;
}
