import { join } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import { FormattedText, textOf, type EmittedFile, type Generator } from './emitted-file.ts';
import { listFiles, type FileTree } from './file-tree.ts';
import { formatText } from './format.ts';
import { plainPath } from './journal.ts';
import { makeChanges } from './make-changes.ts';
import { isStaged } from './stage.ts';
import { FolderUpdate, type FolderUpdateOptions, type WantedFile } from './update-folder.ts';

/** Where emitted code lives inside a package. Wiped and rewritten; nothing else may stand there. */
export const generatedFolder = join('src', 'generated');

const isSegment = (segment: string): boolean =>
  /^[A-Za-z0-9_.-]+$/.test(segment) && segment !== '.' && segment !== '..';

/** A path must stay inside the folder and be the same on every file system. */
function checkPath(generator: Generator, { path }: EmittedFile, seen: Set<string>): void {
  if (!plainPath.test(path) && !path.split('/').every(isSegment))
    throw new Error(`${generator.name} emitted the path ${JSON.stringify(path)}, which no file may have.`);
  const key = path.toLowerCase();
  if (seen.has(key)) throw new Error(`${generator.name} emitted ${path} twice.`);
  seen.add(key);
}

/** Runs one generator. Its files are printed and formatted when they are asked for. */
export function wantedFiles(generator: Generator, model: ApiModel): readonly WantedFile[] {
  const seen = new Set<string>();
  return generator.emit(model).map((file) => {
    checkPath(generator, file, seen);
    return wantedFile(file);
  });
}

function wantedFile(file: EmittedFile): WantedFile {
  const { path, recipe } = file;
  return { path, recipe, print: () => textOf(file), finish: (text) => text };
}

/** Everything that one generator emits, formatted. Same model, same bytes. */
export async function render(generator: Generator, model: ApiModel): Promise<FileTree> {
  const rendered = new Map<string, string>();
  for (const { path, print } of wantedFiles(generator, model)) {
    const text = print();
    const isFormatted = text instanceof FormattedText;
    rendered.set(path, isFormatted ? text.toString() : await formatText({ path, text }));
  }
  return rendered;
}

/** Compares a folder of generated code, which is all the generator's. Answers how many files it emits and what is stray. */
export async function updateGenerated(
  options: Omit<FolderUpdateOptions, 'owned'>,
  generator: Generator,
  model: ApiModel,
): Promise<{ readonly files: number; readonly stray: readonly string[] }> {
  const update = new FolderUpdate(options);
  await update.bring(wantedFiles(generator, model));
  await update.end();
  const present = listFiles(options.folder).filter((path) => !isStaged(path));
  return { files: update.wanted.size, stray: present.filter((path) => !update.wanted.has(path)) };
}

/** Brings a folder of generated code to what a generator emits for a model. Answers how many files it changed. */
export async function generateInto(folder: string, generator: Generator, model: ApiModel): Promise<number> {
  const [change] = await makeChanges(async (open) => {
    const { stray } = await updateGenerated({ folder, changes: open(folder) }, generator, model);
    return new Map([[folder, stray]]);
  });
  return change === undefined ? 0 : change.write.length + change.remove.length;
}
