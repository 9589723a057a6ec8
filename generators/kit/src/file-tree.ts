import { existsSync, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
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

/** What stands at a path itself, links not followed; nothing also where a file stands in the place of a folder above. */
export function entryAt(path: string): Stats | undefined {
  try {
    // An error for each file that is not there yet would cost more than the look.
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The text of a regular file; `undefined` for anything else, so that a link in its place counts as changed. */
export function readRegularFile(path: string): string | undefined {
  return entryAt(path)?.isFile() === true ? readFileSync(path, 'utf8') : undefined;
}
