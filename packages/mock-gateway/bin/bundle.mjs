// Last step of the build: puts the command into one file. Read as eighty, it took half as long again to start.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

// Their names change with their content, so those of an earlier build would stay.
rmSync(`${folder}dist/chunks`, { recursive: true, force: true });

await build({
  absWorkingDir: folder,
  entryPoints: ['src/bin.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  // What is imported on demand, the proxy for example, stays in files of its own.
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // The one CommonJS dependency asks for Node's modules by `require`.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
});
