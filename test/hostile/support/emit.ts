import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generator as client } from '@swas/generator-client';
import { generator as contractTests } from '@swas/generator-contract-tests';
import { generator as docs } from '@swas/generator-docs';
import { UnsupportedError, type EmittedFile } from '@swas/generator-kit';
import { generator as gateway } from '@swas/generator-mock-gateway';
import { DiagnosticError, loadModel, type ApiModel } from '@swas/generator-model';
import { generator as validator } from '@swas/generator-validator';

const generators = { client, validator, 'contract-tests': contractTests, 'mock-gateway': gateway, docs };

/** The model of a spec given as data; `undefined` where the spec is refused with a diagnostic, as many hostile ones are. */
export function tryToLoad(spec: unknown): ApiModel | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'swas-hostile-'));
  const file = join(folder, 'openapi.json');
  try {
    writeFileSync(file, JSON.stringify(spec));
    return loadModel(file);
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What all generators emit for a spec, by `<generator>/<path>`; `undefined` where it is refused, with words for its author. */
export function tryToEmit(spec: unknown): ReadonlyMap<string, string> | undefined {
  const model = tryToLoad(spec);
  if (model === undefined) return undefined;
  try {
    return new Map(
      Object.entries(generators).flatMap(([name, generator]) =>
        generator
          .emit(model)
          .map((file: EmittedFile): [string, string] => [`${name}/${file.path}`, file.content]),
      ),
    );
  } catch (error) {
    if (error instanceof UnsupportedError || /^Cannot (?:emit|validate)/.test((error as Error).message))
      return undefined;
    throw error;
  }
}
