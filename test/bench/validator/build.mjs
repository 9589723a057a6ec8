import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './timing.mjs';

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

/** Milliseconds that importing a module takes longer than importing an empty one: medians, each in a process of its own. */
export async function importTime(contents, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'swas-bench-'));
  try {
    writeFileSync(join(folder, 'ours.mjs'), await bundle(contents));
    writeFileSync(join(folder, 'empty.mjs'), 'export {};');
    const times = { ours: [], empty: [] };
    for (let run = 0; run < runs; run += 1)
      for (const name of ['ours', 'empty']) times[name].push(timeImport(join(folder, `${name}.mjs`)));
    return median(times.ours) - median(times.empty);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeImport(file) {
  const program = `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start)`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }),
  );
}
