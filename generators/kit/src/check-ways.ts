import { join } from 'node:path';
import { entryAt, listFiles, obstacleOf } from './file-tree.ts';
import { isWritable, type Journal } from './journal.ts';

const isFolder = (path: string): boolean => entryAt(path)?.isDirectory() === true;

/**
 * A link inside the folder must not lead the writer out of it, and what is not removed must not stand in the way.
 * @param ways paths to which the way must be free; by default to all.
 * @throws Error that names what is in the way
 */
export function checkWays(
  folder: string,
  { write, remove }: Journal,
  ways: readonly string[] = [...write, ...remove],
): void {
  const removed = new Set(remove);
  for (const path of ways) {
    const obstacle = obstacleOf(folder, path);
    if (obstacle !== undefined && !removed.has(obstacle))
      throw new Error(`${join(folder, obstacle)} is a link or a file where a folder is needed: remove it.`);
  }
  for (const path of write) {
    if (!isWritable(folder, path)) throw new Error(`${join(folder, path)} is no place for generated code.`);
    const inside = isFolder(join(folder, path)) ? listFiles(join(folder, path)) : [];
    if (inside.some((child) => !removed.has(`${path}/${child}`)))
      throw new Error(`${join(folder, path)} is a folder where a file is needed: remove it.`);
  }
}
