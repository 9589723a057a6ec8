import { dirname, join, relative } from 'node:path';
import { checkWays } from './check-ways.ts';
import type { Disk } from './disk.ts';
import { entryAt } from './file-tree.ts';
import type { Journal } from './journal.ts';
import { filesIn, newContent, oldContent, removeStage, type Stage } from './stage.ts';
import { obstacleOf } from './ways.ts';

/** A file that has not come to its place yet. */
interface PendingFile {
  readonly path: string;
  /** Where it waits in the stage. */
  readonly content: string;
}

/** Moves a file; that it is gone already is well, since two runs may finish the same change. */
function move(from: string, to: string, disk: Disk): void {
  try {
    disk.rename(from, to);
  } catch (error) {
    if (entryAt(from) !== undefined) throw error;
  }
}

function removeEmptyParents(root: string, folder: string, disk: Disk): void {
  if (relative(root, folder) === '' || relative(root, folder).startsWith('..')) return;
  try {
    disk.removeEmptyFolder(folder);
  } catch {
    // Not empty: other files stay, and so does the folder. One that a former attempt removed leaves those above it to go.
    if (entryAt(folder) !== undefined) return;
  }
  removeEmptyParents(root, dirname(folder), disk);
}

/** Also after the file is gone: an interruption may have come before its folder went. */
function removeFile(stage: Stage, path: string, old: string, disk: Disk): void {
  // The way to it led through a link or a file that was itself removed: there is nothing of ours behind it.
  if (obstacleOf(stage.folder, path) !== undefined) return;
  const target = join(stage.folder, path);
  const stands = entryAt(target)?.isDirectory() === false;
  if (stands && entryAt(old) === undefined) move(target, old, disk);
  removeEmptyParents(stage.folder, dirname(target), disk);
}

/** An empty folder may stand where a file is wanted; to look first would cost a step for each of thousands of files. */
function placeFile(content: string, target: string, disk: Disk): void {
  try {
    move(content, target, disk);
  } catch (error) {
    if (entryAt(target)?.isDirectory() !== true) throw error;
    disk.removeEmptyFolder(target);
    move(content, target, disk);
  }
}

function placeFiles(stage: Stage, files: readonly PendingFile[], disk: Disk): void {
  const folders = new Set<string>();
  for (const { path, content } of files) {
    const target = join(stage.folder, path);
    const folder = dirname(target);
    if (!folders.has(folder) && entryAt(folder) === undefined) disk.makeFolder(folder);
    folders.add(folder);
    placeFile(content, target, disk);
  }
}

/**
 * Makes a decided change, from wherever a former attempt has stopped: a file that has left the stage, or has come to it, is done.
 * Removes first, for what goes may stand where something else comes. The stage goes last.
 * @throws Error when something stands in the way; the stage stays, for the next attempt.
 */
export function carryOut(stage: Stage, { write, remove }: Journal, disk: Disk): void {
  const staged = filesIn(stage);
  const pending = write
    .map((path, index) => ({ path, content: newContent(stage, index) }))
    .filter(({ content }) => staged.has(content));
  const paths = pending.map(({ path }) => path);
  // Where a folder was to go, a former attempt may have placed the file that is wanted there.
  checkWays(stage.folder, { write: paths, remove }, paths);
  for (const [index, path] of remove.entries()) removeFile(stage, path, oldContent(stage, index), disk);
  placeFiles(stage, pending, disk);
  removeStage(stage, disk);
}
