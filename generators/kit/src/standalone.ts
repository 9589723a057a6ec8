import { basename, join } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import { wantedFiles } from './generate.ts';
import { manifestName, readManifest, writeManifest } from './ownership.ts';
import { copyPackage, rename, rootFiles, textFile, type TemplateNames } from './templates.ts';
import { FolderUpdate, type FolderUpdateOptions, type WantedFile } from './update-folder.ts';
import { Ways } from './ways.ts';
import { importGenerator, type GeneratedPackage } from './workspace.ts';

/** What `--out` needs to know. */
export interface StandaloneOptions extends Pick<FolderUpdateOptions, 'changes' | 'memory'> {
  readonly workspace: string;
  /** Absolute path of the folder that receives the packages. */
  readonly out: string;
  readonly scope: string;
  readonly packages: readonly GeneratedPackage[];
}

/** Hand-written packages that the generated ones need; they are copied as they are. */
const handWritten = ['runtime'];

/**
 * Compares a folder with complete, buildable packages for any spec: the hand-written parts of this workspace's packages beside the
 * code that is generated for the spec. Only files listed in the folder's own manifest are replaced. Answers those that are stale.
 */
export async function updateStandalone(
  { workspace, out, scope, packages, ...options }: StandaloneOptions,
  model: ApiModel,
  onPackage: (name: string, files: number) => void,
): Promise<readonly string[]> {
  const names = { scope, title: model.title };
  const owned = readManifest(out);
  const update = new FolderUpdate({ ...options, folder: out, owned });
  await update.bring(rootFiles(workspace, model));
  for (const name of handWritten)
    await update.bring(below(name, copyPackage(join(workspace, 'packages', name), names)));
  for (const target of packages) {
    const generated = wantedFiles(await importGenerator(target), model);
    await update.bring(below(target.name, copyPackage(target.folder, names)));
    await update.bring(
      below(
        `${target.name}/src/generated`,
        generated.map((file) => renamed(file, names)),
      ),
    );
    onPackage(target.name, generated.length);
  }
  await update.bring([textFile(manifestName, writeManifest([...update.wanted]))]);
  await update.end();
  refuseForeign(out, update.foreign);
  return staleFiles(out, owned, update.wanted);
}

const below = (folder: string, files: readonly WantedFile[]): readonly WantedFile[] =>
  files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

const renamed = (file: WantedFile, names: TemplateNames): WantedFile => ({
  ...file,
  finish: (text) => rename(file.finish(text), names),
});

/** A file that stands in the way and is not ours is somebody's work: nothing is written at all. */
function refuseForeign(out: string, foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  const list = foreign.slice(0, 5).join(', ');
  throw new Error(
    `${basename(out)} holds files that generate did not write (${list}): choose an empty folder or move them.`,
  );
}

function staleFiles(out: string, owned: ReadonlySet<string>, wanted: ReadonlySet<string>): readonly string[] {
  const ways = new Ways(out);
  return [...owned].filter(
    (path) => !wanted.has(path) && (ways.entryAt(path) !== undefined || ways.obstacleOf(path) !== undefined),
  );
}
