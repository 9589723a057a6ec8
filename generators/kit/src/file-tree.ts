import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder as text, by path with `/` between segments. */
export type FileTree = ReadonlyMap<string, string>;

function* walk(folder: string, prefix: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) yield* walk(join(folder, entry.name), `${path}/`);
    else yield path;
  }
}

/** Paths of every file below a folder, sorted; none when the folder does not exist. Links are listed, not followed. */
export function listFiles(folder: string): readonly string[] {
  return existsSync(folder) ? [...walk(folder, '')].toSorted() : [];
}

/** The text of a regular file; `undefined` for anything else, so that a link in its place counts as changed. */
export function readRegularFile(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
    ? readFileSync(path, 'utf8')
    : undefined;
}
