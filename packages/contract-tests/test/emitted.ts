import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from '@swas/generator-contract-tests';
import { loadModel, type ApiModel } from '@swas/generator-model';
import type { Catalogue, Suite } from '../src/contract-case.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** An invented API of another product, so that nothing can depend on the names of the real one. */
export const lamps: ApiModel = loadModel(
  path('../../../generators/contract-tests/test/fixtures/lamps.yaml'),
  {
    workflows: path('../../../generators/contract-tests/test/fixtures/lamps.arazzo.yaml'),
  },
);

/** The repository's own API. */
export const own: ApiModel = loadModel(path('../../../spec/openapi.yaml'), {
  workflows: path('../../../spec/workflows.arazzo.yaml'),
});

/** What the emitted code exports. */
export interface Emitted {
  readonly suites: readonly Suite[];
  readonly catalogue: Catalogue;
}

/** Emits the suites of a model and loads them, on this package's own code. */
export async function loadEmitted(model: ApiModel): Promise<Emitted> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-emitted-')));
  for (const file of generator.emit(model)) {
    writeFileSync(join(folder, file.path), file.content.replaceAll("'../", `'${path('../src/')}`));
  }
  const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ join(folder, name));
  const { suites } = (await load('suites.ts')) as Pick<Emitted, 'suites'>;
  const { catalogue } = (await load('catalogue.ts')) as Pick<Emitted, 'catalogue'>;
  rmSync(folder, { recursive: true });
  return { suites, catalogue };
}
