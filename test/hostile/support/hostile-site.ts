import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generator } from '@swas/generator-docs';
import { render } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import type { buildSite as Build } from '@swas/reference';
import { build } from 'esbuild';
import { root } from '../../support/workspace.ts';

/** Builds the reference site of any model below a folder, with the package's own hand-written parts. Answers where it is. */
export async function buildSiteOf(model: ApiModel, folder: string): Promise<string> {
  const own = join(root, 'packages/reference');
  const isWritten = (path: string): boolean => !path.startsWith(join(own, 'src/generated'));
  cpSync(join(own, 'src'), join(folder, 'src'), { recursive: true, filter: isWritten });
  for (const [path, content] of await render(generator, model)) {
    const file = join(folder, 'src/generated', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  symlinkSync(join(own, 'node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'dist/index.mjs');
  await build({
    entryPoints: [join(folder, 'src/index.ts')],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
  });
  const { buildSite } = (await import(pathToFileURL(outfile).href)) as { buildSite: typeof Build };
  const out = join(folder, 'site');
  buildSite({ out });
  return out;
}
