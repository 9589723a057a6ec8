import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, makeChanges, recoverAloud, Ways } from '@swas/generator-kit/writer';

/** openapi-generator's own list of what it wrote, one path a line: the only files that may be replaced or removed. */
export const manifest = '.openapi-generator/FILES';

/** What would make a folder hold a fresh generation. Paths are relative, with `/` between segments. */
export interface FolderPlan {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** A path from a manifest removes files, and a manifest can be edited: it must stay below its folder. */
const staysInside = (path: string): boolean =>
  !path.includes('\\') && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');

function ownedFiles(folder: string): ReadonlySet<string> {
  const path = join(folder, manifest);
  if (!existsSync(path)) return new Set();
  const listed = readFileSync(path, 'utf8').split('\n').filter(staysInside);
  return new Set([...listed, manifest, '.openapi-generator/VERSION']);
}

/** Compares a folder with a fresh generation. @throws Error when somebody's file is in the way */
export function planFolder(folder: string, fresh: string): FolderPlan {
  const owned = ownedFiles(folder);
  const wanted = listFiles(fresh);
  const ways = new Ways(folder);
  const isSame = (path: string): boolean =>
    ways.entryAt(path)?.isFile() === true &&
    readFileSync(join(folder, path)).equals(readFileSync(join(fresh, path)));
  const write = wanted.filter((path) => !isSame(path));
  const foreign = write.filter((path) => ways.entryAt(path) !== undefined && !owned.has(path));
  if (foreign.length > 0) {
    const list = foreign.slice(0, 5).join(', ');
    throw new Error(`${folder} holds files that openapi-generator did not write (${list}): move them, or choose
another folder by --out.`);
  }
  const kept = new Set(wanted);
  return {
    write,
    remove: [...owned].filter((path) => !kept.has(path) && ways.entryAt(path) !== undefined),
  };
}

/** Settles what an interrupted run has left in a folder; to be done before it is looked at. @throws Error as `recoverAloud` does */
export const settleFolder = (folder: string): void => recoverAloud([folder]);

/**
 * Makes a folder hold a fresh generation, wholly or not at all, also where the process is killed: the next run then completes it.
 * @throws Error as `planFolder` does, or when a link or a file stands where a folder is needed
 */
export async function bringFolder(folder: string, fresh: string): Promise<FolderPlan> {
  const [change] = await makeChanges(async (open) => {
    const { write, remove } = planFolder(folder, fresh);
    const opened = open(folder);
    // As bytes, and one after the other: a client may hold files that are no text, and thousands of them.
    for (const path of write) opened.add(path, readFileSync(join(fresh, path)));
    return new Map([[folder, remove]]);
  });
  return { write: change?.write ?? [], remove: change?.remove ?? [] };
}
