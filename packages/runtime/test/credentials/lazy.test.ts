import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src/credentials/', import.meta.url));

async function bundle(platform: 'node' | 'neutral'): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: source,
    entryPoints: ['index.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform,
    metafile: true,
    write: false,
    outdir: 'out',
    logLevel: 'silent',
  });
  return metafile;
}

/** Everything that is loaded with a module, before anything is called. */
function loadedWith({ inputs }: Metafile, path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: next, kind } of inputs[path]?.imports ?? []) {
    if (kind === 'import-statement') loadedWith({ inputs, outputs: {} }, next, found);
  }
  return found;
}

test('a caller with keys loads neither the chain nor anything of Node', async () => {
  const loaded = loadedWith(await bundle('node'), 'index.ts');
  expect([...loaded].toSorted()).toEqual(['held-credentials.ts', 'index.ts', 'lookup-error.ts']);
});

test('the chain loads nothing of Node before a source needs it, and bundles for browsers', async () => {
  const metafile = await bundle('neutral');
  expect([...loadedWith(metafile, 'chain.ts')].filter((path) => path.startsWith('node:'))).toEqual([]);
});
