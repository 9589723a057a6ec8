import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** openapi-generator's own list of what it wrote, one path a line: the only files that may be replaced or removed. */
export const manifest = '.openapi-generator/FILES';

/** What would make a folder hold a fresh generation. Paths are relative, with `/` between segments. */
export interface FolderPlan {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** Paths of every file below a folder, sorted. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .toSorted();
}

/** A path from a manifest removes files, and a manifest can be edited: it must stay below its folder. */
const staysInside = (path: string): boolean =>
  path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');

function ownedFiles(folder: string): ReadonlySet<string> {
  const path = join(folder, manifest);
  if (!existsSync(path)) return new Set();
  const listed = readFileSync(path, 'utf8').split('\n').filter(staysInside);
  return new Set([...listed, manifest, '.openapi-generator/VERSION']);
}

const isRegular = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

const isSame = (a: string, b: string): boolean =>
  isRegular(a) && isRegular(b) && readFileSync(a).equals(readFileSync(b));

/** Compares a folder with a fresh generation. @throws Error when somebody's file is in the way */
export function planFolder(folder: string, fresh: string): FolderPlan {
  const owned = ownedFiles(folder);
  const wanted = listFiles(fresh);
  const write = wanted.filter((path) => !isSame(join(folder, path), join(fresh, path)));
  const foreign = write.filter((path) => existsSync(join(folder, path)) && !owned.has(path));
  if (foreign.length > 0) {
    const list = foreign.slice(0, 5).join(', ');
    throw new Error(`${folder} holds files that openapi-generator did not write (${list}): move them, or choose
another folder by --out.`);
  }
  const kept = new Set(wanted);
  return { write, remove: [...owned].filter((path) => !kept.has(path) && existsSync(join(folder, path))) };
}

/** Nothing is followed out of the folder. */
function requireInside(folder: string, path: string): void {
  const parent = realpathSync(dirname(join(folder, path)));
  const root = realpathSync(folder);
  if (parent === root || parent.startsWith(root + sep)) return;
  throw new Error(`${join(folder, path)} lies outside ${folder} once links are followed: remove the link.`);
}

/** Carries out a plan. `fresh` must be on the same file system, so that each step is a rename; it is used up. */
export function applyPlan(folder: string, fresh: string, { write, remove }: FolderPlan): void {
  for (const path of write) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    requireInside(folder, path);
    renameSync(join(fresh, path), join(folder, path));
  }
  for (const path of remove) {
    requireInside(folder, path);
    rmSync(join(folder, path), { force: true });
    removeIfEmpty(folder, dirname(path));
  }
}

function removeIfEmpty(root: string, path: string): void {
  const folder = join(root, path);
  if (path === '.' || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeIfEmpty(root, dirname(path));
}
