import { basename, join } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import type { FolderChanges } from './apply-changes.ts';
import { compareFolder } from './changes.ts';
import { entryAt, obstacleOf, readRegularFile } from './file-tree.ts';
import { render } from './generate.ts';
import { manifestName, readManifest, writeManifest } from './ownership.ts';
import { copyPackage, rename, rootFiles, type TemplateNames } from './templates.ts';
import { importGenerator, type GeneratedPackage } from './workspace.ts';

/** What `--out` needs to know. */
export interface StandaloneOptions {
  readonly workspace: string;
  /** Absolute path of the folder that receives the packages. */
  readonly out: string;
  readonly scope: string;
  readonly packages: readonly GeneratedPackage[];
}

/** Hand-written packages that the generated ones need; they are copied as they are. */
const handWritten = ['runtime'];

/**
 * Plans complete, buildable packages for any spec: the hand-written parts of this workspace's packages beside the code that is
 * generated for the spec. Only files listed in the folder's own manifest are replaced or removed.
 */
export async function planStandalone(
  options: StandaloneOptions,
  model: ApiModel,
  onPackage: (name: string, files: number) => void,
): Promise<FolderChanges> {
  const { workspace, out, scope, packages } = options;
  const names = { scope, title: model.title };
  const wanted = new Map(rootFiles(workspace, model));
  for (const name of handWritten) addAll(wanted, name, copyPackage(join(workspace, 'packages', name), names));
  for (const target of packages) {
    const generated = await render(await importGenerator(target), model);
    addAll(wanted, target.name, copyPackage(target.folder, names));
    addAll(wanted, `${target.name}/src/generated`, renameAll(generated, names));
    onPackage(target.name, generated.size);
  }
  const owned = readManifest(out);
  checkOwnership(out, wanted, owned);
  wanted.set(manifestName, writeManifest([...wanted.keys()]));
  return {
    folder: out,
    ...compareFolder(
      out,
      wanted,
      [...owned].filter(
        (path) => entryAt(join(out, path)) !== undefined || obstacleOf(out, path) !== undefined,
      ),
    ),
  };
}

function renameAll(files: ReadonlyMap<string, string>, names: TemplateNames): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, content]) => [path, rename(content, names)]));
}

function addAll(into: Map<string, string>, prefix: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) into.set(`${prefix}/${path}`, content);
}

/** A file that stands in the way and is not ours is somebody's work: nothing is written at all. */
function checkOwnership(out: string, wanted: ReadonlyMap<string, string>, owned: ReadonlySet<string>): void {
  const foreign = [...wanted.keys()].filter((path) => {
    if (owned.has(path)) return false;
    if (obstacleOf(out, path) !== undefined) return true;
    return entryAt(join(out, path)) !== undefined && readRegularFile(join(out, path)) !== wanted.get(path);
  });
  if (foreign.length === 0) return;
  const list = foreign.slice(0, 5).join(', ');
  throw new Error(
    `${basename(out)} holds files that generate did not write (${list}): choose an empty folder or move them.`,
  );
}
