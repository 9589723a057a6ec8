import { join } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import type { FolderChanges } from './apply-changes.ts';
import { compareFolder } from './changes.ts';
import type { EmittedFile, Generator } from './emitted-file.ts';
import type { FileTree } from './file-tree.ts';
import { formatFile } from './format.ts';
import { importGenerator, type GeneratedPackage } from './workspace.ts';

/** Where emitted code lives inside a package. Wiped and rewritten; nothing else may stand there. */
export const generatedFolder = join('src', 'generated');

/** Files formatted at once: enough for every core of a small machine; each takes memory that the formatter keeps. */
const filesAtOnce = 4;

/** A path must stay inside the folder and be the same on every file system. */
function checkPath(generator: Generator, { path }: EmittedFile, seen: Set<string>): void {
  const segments = path.split('/');
  const usable = segments.every(
    (segment) => /^[A-Za-z0-9_.-]+$/.test(segment) && segment !== '.' && segment !== '..',
  );
  if (!usable)
    throw new Error(`${generator.name} emitted the path ${JSON.stringify(path)}, which no file may have.`);
  if (seen.has(path.toLowerCase())) throw new Error(`${generator.name} emitted ${path} twice.`);
  seen.add(path.toLowerCase());
}

/** Runs one generator and formats what it emits. Same model, same bytes. */
export async function render(generator: Generator, model: ApiModel): Promise<FileTree> {
  const files = [...generator.emit(model)];
  const seen = new Set<string>();
  for (const file of files) checkPath(generator, file, seen);
  const formatted = new Map<string, string>();
  // What was formatted leaves the list, so that a large spec's files are not in memory twice.
  while (files.length > 0) {
    const batch = await Promise.all(files.splice(0, filesAtOnce).map(formatFile));
    for (const { path, content } of batch) formatted.set(path, content);
  }
  return formatted;
}

/** What each package needs, to hold what its generator emits for the model. Nothing is written. */
export async function planPackages(
  packages: readonly GeneratedPackage[],
  model: ApiModel,
  onPackage: (name: string, files: number) => void = () => {},
): Promise<readonly FolderChanges[]> {
  const plans: FolderChanges[] = [];
  for (const target of packages) {
    const wanted = await render(await importGenerator(target), model);
    const folder = join(target.folder, generatedFolder);
    plans.push({ folder, ...compareFolder(folder, wanted) });
    onPackage(target.name, wanted.size);
  }
  return plans;
}
