import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Generator } from './emitted-file.ts';

/** A package whose `src/generated` a generator fills. */
export interface GeneratedPackage {
  /** Folder name, which `--only` takes. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** Package name of its generator: the field `generator` of its package.json. */
  readonly generator: string;
}

/** Folder of the workspace that this kit belongs to: the nearest one above with a pnpm-workspace.yaml. */
export function findWorkspace(start: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = resolve(start);
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`No pnpm-workspace.yaml in ${start} or above: run inside the workspace.`);
    folder = parent;
  }
  return folder;
}

/** Reads one package's `generator` field; `undefined` when no generator fills it. */
export function readGeneratedPackage(folder: string): GeneratedPackage | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { generator?: string };
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return manifest.generator === undefined ? undefined : { name, folder, generator: manifest.generator };
}

/** Every package below `packages/` that a generator fills, by name. A new one is found without a list to edit. */
export function findGeneratedPackages(workspace: string): readonly GeneratedPackage[] {
  const folders = readdirSync(join(workspace, 'packages')).toSorted();
  return folders.flatMap((name) => readGeneratedPackage(join(workspace, 'packages', name)) ?? []);
}

const imported = new Map<string, Generator>();

/** Imports a package's generator, as that package resolves it: once, for a module stays what it was when it was loaded first. */
export async function importGenerator(target: GeneratedPackage): Promise<Generator> {
  const key = `${target.folder}\n${target.generator}`;
  const generator = imported.get(key) ?? (await importAnew(target));
  imported.set(key, generator);
  return generator;
}

async function importAnew({ folder, generator }: GeneratedPackage): Promise<Generator> {
  const path = createRequire(join(folder, 'package.json')).resolve(generator);
  const module = (await import(pathToFileURL(path).href)) as { generator?: Generator };
  if (module.generator === undefined)
    throw new Error(`${generator} exports no \`generator\`: add \`export const generator\`.`);
  return module.generator;
}
