import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';

/** Every step by which the writer changes a disk. A test gives its own, which fails between any two of them. */
export interface Disk {
  /** Makes a folder and those above it. */
  makeFolder(path: string): void;
  /** Makes a folder whose name nothing else has; answers its path. */
  makeUniqueFolder(prefix: string): string;
  writeFile(path: string, content: string | Uint8Array): void;
  rename(from: string, to: string): void;
  removeFile(path: string): void;
  removeEmptyFolder(path: string): void;
  /** Removes a folder with all that it holds; links in it are not followed. */
  removeTree(path: string): void;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  makeUniqueFolder: (prefix) => mkdtempSync(prefix),
  writeFile: (path, content) => writeFileSync(path, content),
  rename: (from, to) => renameSync(from, to),
  removeFile: (path) => rmSync(path, { force: true }),
  removeEmptyFolder: (path) => rmdirSync(path),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
};
