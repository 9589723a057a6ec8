import { join, resolve } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import { generatedFolder, updateGenerated } from './generate.ts';
import type { StrayFiles } from './make-changes.ts';
import type { RunMemory } from './run-memory.ts';
import { updateStandalone } from './standalone.ts';
import type { ContentSink } from './update-folder.ts';
import { findGeneratedPackages, importGenerator, type GeneratedPackage } from './workspace.ts';

/** What is generated, and where. */
export interface Selection {
  /** The workspace's root. */
  readonly workspace: string;
  /** Folder that receives complete packages; without it the workspace's own packages are regenerated. */
  readonly out?: string;
  /** Package scope of the complete packages, such as `@acme`. */
  readonly scope: string;
  /** Folder name of the only package to regenerate. */
  readonly only?: string;
}

/** How a run compares: what takes in the changes of a folder, what was known before, and who is told of each package. */
export interface Comparison {
  readonly open: (folder: string) => ContentSink;
  readonly memory: RunMemory | undefined;
  readonly onPackage: (name: string, files: number) => void;
}

function selectPackages({ workspace, only }: Selection): readonly GeneratedPackage[] {
  const packages = findGeneratedPackages(workspace);
  const selected = only === undefined ? packages : packages.filter(({ name }) => name === only);
  if (selected.length > 0) return selected;
  if (only === undefined) throw new Error(`${workspace}/packages holds no package with a "generator".`);
  throw new Error(
    `No generated package is called ${only}: use one of ${packages.map(({ name }) => name).join(', ')}.`,
  );
}

/** Folders that a run compares and changes. */
export function foldersOf(selection: Selection): readonly string[] {
  if (selection.out !== undefined) return [resolve(selection.out)];
  return selectPackages(selection).map(({ folder }) => join(folder, generatedFolder));
}

/** Compares every folder with what it is to hold. @throws Error of a generator, or when files of others stand in the way */
export async function updateAll(
  selection: Selection,
  model: ApiModel,
  comparison: Comparison,
): Promise<StrayFiles> {
  const packages = selectPackages(selection);
  if (selection.out === undefined) return updatePackages(packages, model, comparison);
  const { open, memory, onPackage } = comparison;
  const out = resolve(selection.out);
  const options = { ...selection, out, packages, changes: open(out), memory: memory?.of(out) };
  return new Map([[out, await updateStandalone(options, model, onPackage)]]);
}

async function updatePackages(
  packages: readonly GeneratedPackage[],
  model: ApiModel,
  { open, memory, onPackage }: Comparison,
): Promise<StrayFiles> {
  const strays = new Map<string, readonly string[]>();
  for (const target of packages) {
    const folder = join(target.folder, generatedFolder);
    const options = { folder, changes: open(folder), memory: memory?.of(folder) };
    const { files, stray } = await updateGenerated(options, await importGenerator(target), model);
    strays.set(folder, stray);
    onPackage(target.name, files);
  }
  return strays;
}
