import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainPath } from './journal.ts';

/** Lists the files that generate wrote into a folder: the only ones that it may replace or remove. */
export const manifestName = '.generated-files.json';

/** A path from a manifest is used to remove files, and a manifest can be edited: it must stay below its folder. */
const staysInside = (path: unknown): path is string =>
  typeof path === 'string' &&
  (plainPath.test(path) ||
    path.split('/').every((step) => /^[^\\\0:]+$/.test(step) && step !== '.' && step !== '..'));

function parseManifest(text: string): readonly string[] | undefined {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return Array.isArray(files) && files.every(staysInside) ? files : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a former run; none for a new folder. @throws Error when the manifest is no list of paths inside the folder. */
export function readManifest(folder: string): ReadonlySet<string> {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return new Set();
  const files = parseManifest(readFileSync(path, 'utf8'));
  if (files === undefined)
    throw new Error(`${path} lists no usable files: delete it together with what was generated there.`);
  return new Set([...files, manifestName]);
}

/** The manifest's text. */
export function writeManifest(files: readonly string[]): string {
  return `${JSON.stringify({ files: files.toSorted() }, null, 2)}\n`;
}
