import type { FileTree } from './file-tree.ts';

/** What would make a folder equal to what was emitted. */
export interface FolderChanges {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Paths whose content is missing or differs, with the content wanted. */
  readonly write: FileTree;
  /** Paths that nothing emits. */
  readonly remove: readonly string[];
}

/** Whether there is nothing to do. */
export function isUnchanged({ write, remove }: FolderChanges): boolean {
  return write.size === 0 && remove.length === 0;
}
