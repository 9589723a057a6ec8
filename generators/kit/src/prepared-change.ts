import { carryOut } from './carry-out.ts';
import { checkWays } from './check-ways.ts';
import { realDisk, type Disk } from './disk.ts';
import { entryAt } from './file-tree.ts';
import { holdSignals } from './signals.ts';
import { createStage, newContent, removeStage, writeJournal, type Stage } from './stage.ts';

/**
 * The change of a folder while it is being prepared: new content goes into a stage as it comes, so that memory never holds more of it
 * than is being worked on.
 */
export class PreparedChange {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Paths that are written, in the order in which they came. */
  readonly write: string[] = [];
  /** Paths that are removed. */
  remove: readonly string[] = [];
  readonly #disk: Disk;
  readonly #isNew: boolean;
  #stage: Stage | undefined;

  constructor(folder: string, disk: Disk = realDisk) {
    this.folder = folder;
    this.#disk = disk;
    this.#isNew = entryAt(folder) === undefined;
  }

  /** Takes in what a file is to hold. Answers where it waits. */
  add(path: string, content: string | Uint8Array): string {
    const waiting = newContent(this.#openStage(), this.write.length);
    this.#disk.writeFile(waiting, content);
    this.write.push(path);
    return waiting;
  }

  /** Decides the change. */
  decide(): void {
    writeJournal(this.#openStage(), this, this.#disk);
  }

  /** Makes a change that was decided. */
  carryOut(): void {
    carryOut(this.#openStage(), this, this.#disk);
  }

  /** Takes back everything that was prepared. */
  drop(): void {
    if (this.#stage === undefined) return;
    removeStage(this.#stage, this.#disk);
    this.#stage = undefined;
    if (this.#isNew) removeIfEmpty(this.folder, this.#disk);
  }

  #openStage(): Stage {
    this.#stage ??= createStage(this.folder, this.#disk);
    return this.#stage;
  }
}

function removeIfEmpty(folder: string, disk: Disk): void {
  try {
    disk.removeEmptyFolder(folder);
  } catch {
    // Somebody has put something there meanwhile.
  }
}

/**
 * Makes prepared changes. A run that ends at any moment, killed or by an error, leaves each folder with its former files or with a
 * journal by which `recover` completes the change; it outlives the process, not a loss of power.
 * @throws Error when something stands in the way: then every folder is as it was, and nothing is prepared any more.
 */
export function commit(changes: readonly PreparedChange[]): void {
  const real = changes.filter(({ write, remove }) => write.length + remove.length > 0);
  holdSignals(() => {
    try {
      for (const change of real) checkWays(change.folder, change);
      for (const change of real) change.decide();
    } catch (error) {
      for (const change of real) change.drop();
      throw error;
    }
    for (const change of real) change.carryOut();
  });
}
