// Emits packages of a spec into a folder, each as the task `generate` of a package does: `ours.mjs SPEC OUT NAME…`
import { join } from 'node:path';
import { generateInto } from '@swas/generator-kit';
import { loadModel } from '@swas/generator-model';
import { compileLate } from '../../../generators/kit/bin/compile-late.mjs';

compileLate();
const [, , spec, out, ...names] = process.argv;
const model = loadModel(spec);
for (const name of names) {
  const { generator } = await import(`@swas/generator-${name}`);
  await generateInto(join(out, name), generator, model);
}
