import { carryOut } from './carry-out.ts';
import { realDisk, type Disk } from './disk.ts';
import { findStages, isInUse, readJournal, removeStage } from './stage.ts';

/** What became of an interrupted run. */
export interface Recovery {
  /** Absolute path of the folder that the run was changing. */
  readonly folder: string;
  /** Whether its change was decided and is now complete; otherwise the former state stands. */
  readonly finished: boolean;
}

/**
 * Completes or drops what interrupted runs have left in folders. To be called before a folder is read or changed.
 * @throws Error when a journal is unusable or cannot be carried out; it stays where it is.
 */
export function recover(folders: readonly string[], disk: Disk = realDisk): readonly Recovery[] {
  const recoveries: Recovery[] = [];
  for (const stage of folders.flatMap(findStages)) {
    const journal = readJournal(stage);
    if (journal !== undefined) carryOut(stage, journal, disk);
    else if (isInUse(stage)) continue;
    else removeStage(stage, disk);
    recoveries.push({ folder: stage.folder, finished: journal !== undefined });
  }
  return recoveries;
}

/** Recovers, and tells people on standard error. @throws Error as `recover` does */
export function recoverAloud(folders: readonly string[]): void {
  for (const { folder, finished } of recover(folders)) {
    const outcome = finished ? 'completed' : 'dropped: the former files stand';
    process.stderr.write(`An interrupted run in ${folder} was ${outcome}.\n`);
  }
}
