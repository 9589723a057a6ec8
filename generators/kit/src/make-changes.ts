import type { Disk } from './disk.ts';
import { commit, PreparedChange } from './prepared-change.ts';
import { undoOnSignal } from './signals.ts';

/** Paths that nothing emits any more, by folder. */
export type StrayFiles = ReadonlyMap<string, readonly string[]>;

/**
 * Prepares changes of folders and makes them. An error or a signal while they are prepared leaves every folder as it was.
 * @param prepare opens the change of each folder, fills it, and answers the paths that are to go, by folder.
 * @param disk where they are made; by default this machine's.
 * @throws Error of the preparation, or as `commit` does
 */
export async function makeChanges(
  prepare: (open: (folder: string) => PreparedChange) => Promise<StrayFiles>,
  disk?: Disk,
): Promise<readonly PreparedChange[]> {
  const changes: PreparedChange[] = [];
  const open = (folder: string): PreparedChange => {
    const change = new PreparedChange(folder, disk);
    changes.push(change);
    return change;
  };
  const drop = (): void => {
    for (const change of changes) change.drop();
  };
  await undoOnSignal(drop, async () => {
    const strays = await prepare(open);
    for (const change of changes) change.remove = strays.get(change.folder) ?? [];
  });
  commit(changes);
  return changes;
}
