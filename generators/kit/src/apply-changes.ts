import { carryOut } from './carry-out.ts';
import { isUnchanged, type Changes } from './changes.ts';
import { checkWays } from './check-ways.ts';
import { realDisk, type Disk } from './disk.ts';
import type { Journal } from './journal.ts';
import { holdSignals } from './signals.ts';
import { createStage, newContent, removeStage, writeJournal, type Stage } from './stage.ts';

/** Changes of one folder. */
export interface FolderChanges extends Changes {
  /** Absolute path of the folder. */
  readonly folder: string;
}

const journalOf = ({ write, remove }: Changes): Journal => ({ write: [...write.keys()], remove });

/** Prepares every folder, then decides. Until the first decision nothing but stages has been written. */
function prepare(changes: readonly FolderChanges[], stages: Stage[], disk: Disk): void {
  for (const change of changes) checkWays(change.folder, journalOf(change));
  for (const { folder, write } of changes) {
    const stage = createStage(folder, disk);
    stages.push(stage);
    for (const [index, content] of [...write.values()].entries())
      disk.writeFile(newContent(stage, index), content);
  }
  for (const [index, stage] of stages.entries()) writeJournal(stage, journalOf(changes[index]!), disk);
}

/**
 * Brings folders to the wanted state. A run that ends at any moment, killed or by an error, leaves each folder with its former files
 * or with a journal by which `recover` completes the change; it outlives the process, not a loss of power.
 * @throws Error when something stands in the way: then every folder is as it was.
 */
export function applyChanges(changes: readonly FolderChanges[], disk: Disk = realDisk): void {
  const real = changes.filter((change) => !isUnchanged(change));
  if (real.length === 0) return;
  holdSignals(() => {
    const stages: Stage[] = [];
    try {
      prepare(real, stages, disk);
    } catch (error) {
      for (const stage of stages) removeStage(stage, disk);
      throw error;
    }
    for (const [index, stage] of stages.entries()) carryOut(stage, journalOf(real[index]!), disk);
  });
}
