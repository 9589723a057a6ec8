import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Changes } from './changes.ts';
import { entryAt, listFiles, obstacleOf } from './file-tree.ts';

/** Changes of one folder. */
export interface FolderChanges extends Changes {
  /** Absolute path of the folder. */
  readonly folder: string;
}

/** A new folder inside the one that changes, so that the last step is a rename within one file system. */
function createStaging({ folder }: FolderChanges): string {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, '.generating-'));
}

function fill(staging: string, { write }: FolderChanges): void {
  for (const [path, content] of write) {
    const target = join(staging, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** A link inside the folder must not lead the writer out of it, and what is not removed must not stand in the way. */
function checkWays({ folder, write, remove }: FolderChanges): void {
  const removed = new Set(remove);
  for (const path of [...write.keys(), ...remove]) {
    const obstacle = obstacleOf(folder, path);
    if (obstacle !== undefined && !removed.has(obstacle))
      throw new Error(`${join(folder, obstacle)} is a link or a file where a folder is needed: remove it.`);
  }
  for (const path of write.keys()) {
    const inside = isFolder(join(folder, path)) ? listFiles(join(folder, path)) : [];
    if (inside.some((child) => !removed.has(`${path}/${child}`)))
      throw new Error(`${join(folder, path)} is a folder where a file is needed: remove it.`);
  }
}

const isFolder = (path: string): boolean => entryAt(path)?.isDirectory() === true;

/** Removes first: what goes may stand where something else comes. */
function commit({ folder, write, remove }: FolderChanges, staging: string): void {
  for (const path of remove) {
    rmSync(join(folder, path), { force: true });
    removeEmptyParents(folder, dirname(join(folder, path)));
  }
  for (const path of write.keys()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (isFolder(target)) rmdirSync(target);
    renameSync(join(staging, path), target);
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
 * Brings folders to the wanted state. Everything is written near its place first; only when all of it is on disk are files renamed,
 * with signals held back, so that an interrupted run leaves the former state.
 */
export function applyChanges(changes: readonly FolderChanges[]): void {
  const staged: [FolderChanges, string][] = [];
  process.on('SIGINT', hold).on('SIGTERM', hold);
  try {
    for (const change of changes) checkWays(change);
    for (const change of changes) staged.push([change, createStaging(change)]);
    for (const [change, staging] of staged) fill(staging, change);
    for (const [change, staging] of staged) commit(change, staging);
  } finally {
    for (const [, staging] of staged) rmSync(staging, { recursive: true, force: true });
    process.off('SIGINT', hold).off('SIGTERM', hold);
  }
}
