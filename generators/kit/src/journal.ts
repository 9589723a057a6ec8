import { relative, resolve, sep } from 'node:path';

/** What a decided change does: paths inside its folder, by the numbers under which the stage holds their content. */
export interface Journal {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** Nearly every path is one of these, which stay below any folder; to look at each step of thousands takes its time. */
export const plainPath = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;

/** A path that means one place below its folder, written in the one way that there is. */
function staysInside(folder: string, path: unknown): path is string {
  if (typeof path === 'string' && plainPath.test(path)) return true;
  if (typeof path !== 'string' || path === '' || path.includes('\0')) return false;
  return relative(folder, resolve(folder, path)).split(sep).join('/') === path && !/^\.\.(?:\/|$)/.test(path);
}

/**
 * Folders whose files other programs run: no generator writes there, and a journal that came with a download must not. Only lists stand
 * in the folder that openapi-generator keeps.
 */
const runsFiles = (path: string): boolean =>
  /(?:^|\/)(?:\.(?!openapi-generator\/)[^/]*|node_modules)\//i.test(path);

/** Whether a file may be written; a journal with any other path would not be carried out after an interruption. */
export const isWritable = (folder: string, path: unknown): path is string =>
  staysInside(folder, path) && !runsFiles(path);

/** Reads a journal, which anybody may have edited; `undefined` when a path in it leads elsewhere or it is no journal at all. */
export function parseJournal(folder: string, text: string): Journal | undefined {
  try {
    const { write, remove } = JSON.parse(text) as { write?: unknown; remove?: unknown };
    if (!Array.isArray(write) || !Array.isArray(remove)) return undefined;
    const usable =
      write.every((path) => isWritable(folder, path)) && remove.every((path) => staysInside(folder, path));
    return usable ? { write, remove } : undefined;
  } catch {
    return undefined;
  }
}

/** A journal's text. */
export function journalText({ write, remove }: Journal): string {
  return `${JSON.stringify({ write, remove })}\n`;
}
