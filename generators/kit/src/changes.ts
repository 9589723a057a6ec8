import { join } from 'node:path';
import { listFiles, readRegularFile, type FileTree } from './file-tree.ts';
import { isStaged } from './stage.ts';
import { obstacleOf } from './ways.ts';

/** What would make a folder equal to what was emitted. */
export interface Changes {
  /** Paths whose content is missing or differs, with the content wanted. */
  readonly write: FileTree;
  /** Paths that nothing emits. */
  readonly remove: readonly string[];
}

/** Compares a folder with the files that it should hold. `owned` are the paths that may be removed; by default all but what another run prepares. */
export function compareFolder(
  folder: string,
  wanted: FileTree,
  owned: readonly string[] = listFiles(folder).filter((path) => !isStaged(path)),
): Changes {
  const write = new Map(
    [...wanted].filter(
      ([path, content]) =>
        obstacleOf(folder, path) !== undefined || readRegularFile(join(folder, path)) !== content,
    ),
  );
  return { write, remove: owned.filter((path) => !wanted.has(path)) };
}

/** Whether there is nothing to do. */
export function isUnchanged({ write, remove }: Changes): boolean {
  return write.size === 0 && remove.length === 0;
}
