import type { ChainContext } from './chain-context.ts';
import { errorCode, Refusal } from './refusal.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'is a directory',
};

/** A file's text without the byte order mark that some editors write. */
export async function readText(context: ChainContext, path: string): Promise<string> {
  try {
    return (await context.environment.readFile(path)).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = errorCode(error);
    throw new Refusal(path, reasons[code] ?? `cannot be read (${code})`);
  }
}

/** A path below the user's home directory. */
export async function homePath(context: ChainContext, path: string): Promise<string> {
  const home = await context.environment.homedir();
  if (!home) throw new Refusal(`~/${path}`, 'this platform names no home directory');
  return `${home.replace(/[/\\]+$/, '')}/${path}`;
}
