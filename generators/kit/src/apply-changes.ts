import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Changes } from './changes.ts';

/** Changes of one folder. */
export interface FolderChanges extends Changes {
  /** Absolute path of the folder. */
  readonly folder: string;
}

/** Writes what a folder needs into a new folder beside it, so that the last step is a rename within one file system. */
function stage({ folder, write }: FolderChanges): string {
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(folder, '.generating-'));
  for (const [path, content] of write) {
    const target = join(staging, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return staging;
}

/** A link inside the folder must not lead the writer out of it. */
function checkInside(folder: string, path: string): void {
  const parent = realpathSync(dirname(path));
  const root = realpathSync(folder);
  if (parent !== root && !parent.startsWith(root + sep)) {
    throw new Error(`${path} lies outside ${folder} once links are followed: remove the link.`);
  }
}

function commit({ folder, write, remove }: FolderChanges, staging: string): void {
  for (const path of write.keys()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    checkInside(folder, target);
    renameSync(join(staging, path), target);
  }
  for (const path of remove) {
    checkInside(folder, join(folder, path));
    rmSync(join(folder, path), { force: true });
    removeEmptyParents(folder, dirname(join(folder, path)));
  }
}

function removeEmptyParents(root: string, folder: string): void {
  if (relative(root, folder) === '' || relative(root, folder).startsWith('..')) return;
  try {
    rmdirSync(folder);
  } catch {
    return; // Not empty: other files stay, and so does the folder.
  }
  removeEmptyParents(root, dirname(folder));
}

/** Listens so that a signal does not end the process; the renames take milliseconds. */
const hold = (): void => {};

/**
 * Brings folders to the wanted state. Everything is written beside its place first; only when all of it is on disk are files renamed,
 * with signals held back, so that an interrupted run leaves the former state.
 */
export function applyChanges(changes: readonly FolderChanges[]): void {
  const staged: [FolderChanges, string][] = [];
  process.on('SIGINT', hold).on('SIGTERM', hold);
  try {
    for (const change of changes) staged.push([change, stage(change)]);
    for (const [change, staging] of staged) commit(change, staging);
  } finally {
    for (const [, staging] of staged) rmSync(staging, { recursive: true, force: true });
    process.off('SIGINT', hold).off('SIGTERM', hold);
  }
}
