import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Image, ImageStore } from './behaviours/images.ts';
import { readImagesFile } from './images-file.ts';
import { UsageError } from './usage-error.ts';

/** Keeps the images in a file. */
export interface StateKeeper {
  /**
   * Writes the images when they have changed. Called before a change is answered, so that whoever got the answer finds the change
   * after a restart, however the gateway ended.
   * @throws the system's error when the file cannot be written; the next call tries again
   */
  save(): void;
}

/** The images of a state file; undefined when there is none yet. */
export function readStateFile(path: string | undefined): readonly Image[] | undefined {
  return path === undefined || !existsSync(path) ? undefined : readImagesFile(path);
}

/**
 * Starts to keep the images in a file; without a path it does nothing.
 * @throws {UsageError} when the file cannot be written
 */
export function keepStateFile(path: string | undefined, images: ImageStore): StateKeeper {
  if (path === undefined) return { save: () => {} };
  let written: number | undefined;
  let text = '';
  const save = (): void => {
    const { version } = images;
    if (written === version) return;
    const now = `${JSON.stringify(images.list(), undefined, 2)}\n`;
    // Sharing a shared image counts as a change and makes none.
    if (now !== text) writeAtomically(path, now);
    [written, text] = [version, now];
  };
  try {
    save();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot write the state file: ${reason}. Give a path in a folder that may be written.`,
    );
  }
  return { save };
}

/** A reader, and a gateway that was killed half-way, sees the old text or the new one and never a part. */
function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, text);
    // Without this the new name could survive a crash of the machine while the bytes do not.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
