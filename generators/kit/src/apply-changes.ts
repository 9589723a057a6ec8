import type { Changes } from './changes.ts';
import type { Disk } from './disk.ts';
import { commit, PreparedChange } from './prepared-change.ts';

/** Changes of one folder. */
export interface FolderChanges extends Changes {
  /** Absolute path of the folder. */
  readonly folder: string;
}

/** Brings folders to the wanted state, as `commit` does. @throws Error as `commit` does */
export function applyChanges(changes: readonly FolderChanges[], disk?: Disk): void {
  const prepared: PreparedChange[] = [];
  try {
    for (const { folder, write, remove } of changes) {
      const change = new PreparedChange(folder, disk);
      prepared.push(change);
      change.remove = remove;
      for (const [path, content] of write) change.add(path, content);
    }
  } catch (error) {
    for (const change of prepared) change.drop();
    throw error;
  }
  commit(prepared);
}
