// Emits packages of a spec into a folder, as `pnpm generate` does, without the hand-written parts: `ours.mjs SPEC OUT NAME…`
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { render } from '@swas/generator-kit';
import { loadModel } from '@swas/generator-model';

const [, , spec, out, ...names] = process.argv;
const model = loadModel(spec);
for (const name of names) {
  const { generator } = await import(`@swas/generator-${name}`);
  for (const [path, content] of await render(generator, model)) {
    const file = join(out, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
