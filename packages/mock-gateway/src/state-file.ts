import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Image, ImageStore } from './behaviours/images.ts';
import { readImagesFile } from './images-file.ts';

/** How often changes are looked for, in milliseconds. */
const interval = 200;

/** The images of a state file; undefined when there is none yet. */
export function readStateFile(path: string | undefined): readonly Image[] | undefined {
  return path === undefined || !existsSync(path) ? undefined : readImagesFile(path);
}

/** Writes the images to a file soon after each change, and once more when it is stopped. */
export function keepStateFile(path: string | undefined, images: ImageStore): { stop(): void } {
  if (path === undefined) return { stop: () => {} };
  let written: number | undefined;
  const write = (): void => {
    if (written === images.version) return;
    written = images.version;
    writeAtomically(path, `${JSON.stringify(images.list(), undefined, 2)}\n`);
  };
  write();
  const timer = setInterval(write, interval);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      write();
    },
  };
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
