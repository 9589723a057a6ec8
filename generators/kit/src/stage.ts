import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { entryAt, readRegularFile } from './file-tree.ts';
import { journalText, parseJournal, type Journal } from './journal.ts';

/**
 * Where a run prepares the change of a folder: inside it, so that every later step is a rename within one file system. New content
 * stands there under its number in the journal. Once the journal has its name the change is decided, and whoever comes next
 * finishes it; without a journal the former state stands and the stage is waste.
 */
export interface Stage {
  /** Absolute path of the folder that changes. */
  readonly folder: string;
  /** Absolute path of the stage. */
  readonly path: string;
}

/** Tells whose stage it is, so that a second run does not take away what a living one prepares. */
const stageName = /^\.generating-(\d{1,10})-[A-Za-z0-9]+$/;

const journalName = 'journal.json';

/** Whether a path inside a folder belongs to a run's stage, and so neither to the generated files nor to those of others. */
export const isStaged = (path: string): boolean => stageName.test(path.split('/', 1)[0] ?? '');

/** Where the new content of a journal's file waits. */
export const newContent = ({ path }: Stage, index: number): string => join(path, `new-${index}`);

/** Where a removed file goes until the stage does: what lies there has been removed, and is not to be removed again. */
export const oldContent = ({ path }: Stage, index: number): string => join(path, `old-${index}`);

/** The files in a stage. A link in it was put there by no run. */
export function filesIn({ path }: Stage): ReadonlySet<string> {
  // Another run may have finished the same change and be done with it.
  const entries = entryAt(path)?.isDirectory() === true ? readdirSync(path, { withFileTypes: true }) : [];
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map(({ name }) => join(path, name)));
}

/** Makes an empty stage. */
export function createStage(folder: string, disk: Disk): Stage {
  disk.makeFolder(folder);
  return { folder, path: disk.makeUniqueFolder(join(folder, `.generating-${process.pid}-`)) };
}

/** Decides the change: a rename happens wholly or not at all. */
export function writeJournal(stage: Stage, journal: Journal, disk: Disk): void {
  const draft = join(stage.path, 'draft.json');
  disk.writeFile(draft, journalText(journal));
  disk.rename(draft, join(stage.path, journalName));
}

/** The journal of a stage; nothing while the change is undecided. @throws Error when it is none that a run has written. */
export function readJournal({ folder, path }: Stage): Journal | undefined {
  const file = join(path, journalName);
  if (entryAt(file) === undefined) return undefined;
  const journal = parseJournal(folder, readRegularFile(file) ?? '');
  if (journal === undefined)
    throw new Error(`${file} is no journal of an interrupted run: delete ${path} and run again.`);
  return journal;
}

/** Takes a stage away, its journal first: a half removed stage must decide nothing. */
export function removeStage({ path }: Stage, disk: Disk): void {
  disk.removeFile(join(path, journalName));
  disk.removeTree(path);
}

/** The stages in a folder, sorted. A link is none. */
export function findStages(folder: string): readonly Stage[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && isStaged(entry.name));
  return names.map(({ name }) => ({ folder, path: join(folder, name) })).toSorted(byPath);
}

const byPath = (one: Stage, other: Stage): number => (one.path < other.path ? -1 : 1);

/** Whether another process that still runs may be filling a stage. This one fills none while it looks: it writes in one go. */
export function isInUse({ folder, path }: Stage): boolean {
  const owner = Number(stageName.exec(path.slice(folder.length + 1))?.[1]);
  if (owner === process.pid) return false;
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
