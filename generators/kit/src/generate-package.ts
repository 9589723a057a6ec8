import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { loadSpec } from '@swas/generator-model';
import { generatedFolder, generateInto } from './generate.ts';
import { recoverAloud } from './recover.ts';
import { exitCodes, printWarnings, reportFailure } from './report.ts';
import { importGenerator, readGeneratedPackage } from './workspace.ts';

/** Regenerates the package in `folder` from the spec that it depends on. Answers the exit code. */
export async function generatePackage(folder: string): Promise<number> {
  try {
    const target = readGeneratedPackage(folder);
    if (target === undefined)
      throw new Error(`${folder} names no generator: add "generator" to its package.json.`);
    const generated = join(folder, generatedFolder);
    recoverAloud([generated]);
    const spec = createRequire(join(folder, 'package.json')).resolve('@swas/spec/openapi.yaml');
    const { model, warnings } = loadSpec(spec);
    const changed = await generateInto(generated, await importGenerator(target), model);
    process.stdout.write(`${target.name}: ${changed} file(s) changed, from ${relative(folder, spec)}\n`);
    printWarnings(warnings);
    return exitCodes.success;
  } catch (error) {
    return reportFailure(error, false);
  }
}
