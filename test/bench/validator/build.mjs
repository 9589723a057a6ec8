import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;

/** Bundles a program as a web page would get it. */
async function bundle(contents) {
  const stdin = { contents, resolveDir: here, loader: 'js' };
  const result = await build({
    stdin,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return result.outputFiles[0].contents;
}

/** Bytes of a minified program after gzip. */
export async function gzipSize(contents) {
  return gzipSync(await bundle(contents), { level: 9 }).length;
}
