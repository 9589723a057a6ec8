import { join } from 'node:path';
import { listFiles } from './file-tree.ts';
import { isWritable, type Journal } from './journal.ts';
import { Ways } from './ways.ts';

/**
 * A link inside the folder must not lead the writer out of it, and what is not removed must not stand in the way.
 * @param paths those to which the way must be free; by default to all.
 * @throws Error that names what is in the way
 */
export function checkWays(
  folder: string,
  { write, remove }: Journal,
  paths: readonly string[] = [...write, ...remove],
): void {
  const removed = new Set(remove);
  const ways = new Ways(folder);
  for (const path of paths) {
    const obstacle = ways.obstacleOf(path);
    if (obstacle !== undefined && !removed.has(obstacle))
      throw new Error(`${join(folder, obstacle)} is a link or a file where a folder is needed: remove it.`);
  }
  for (const path of write) {
    if (!isWritable(folder, path)) throw new Error(`${join(folder, path)} is no place for generated code.`);
    const inside = ways.entryAt(path)?.isDirectory() === true ? listFiles(join(folder, path)) : [];
    if (inside.some((child) => !removed.has(`${path}/${child}`)))
      throw new Error(`${join(folder, path)} is a folder where a file is needed: remove it.`);
  }
}
