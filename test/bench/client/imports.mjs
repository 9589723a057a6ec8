import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { interleaved, median } from './statistics.mjs';

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Name of a package without content, laid out as ours is, so that finding it costs as much. */
export const emptyPackage = '@empty/package';

/** A program's folder that has the empty package and those under test side by side, each behind a link as pnpm makes them. */
async function programFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'imports-'));
  const modules = join(folder, 'node_modules');
  const dist = join(folder, 'package', 'dist');
  await mkdir(dist, { recursive: true });
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
  const manifest = { name: emptyPackage, version: '1.0.0', type: 'module', exports };
  await writeFile(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
  await writeFile(join(dist, 'index.js'), 'export {};\n');
  await mkdir(join(modules, '@empty'), { recursive: true });
  await symlink(join(folder, 'package'), join(modules, emptyPackage), 'junction');
  for (const scope of ['@swas', '@alicloud'])
    await symlink(join(installed, scope), join(modules, scope), 'junction');
  return folder;
}

/** Runs in a process of its own: Ms of the import, and bytes of heap and of memory that it leaves. */
const script = (module) => `
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  await import(${JSON.stringify(module)});
  const ms = performance.now() - start;
  globalThis.gc();
  console.log(JSON.stringify({ ms, heap: process.memoryUsage().heapUsed - heap }));`;

async function importOnce(module, cwd) {
  const args = ['--expose-gc', '--input-type=module', '-e', script(module)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}

/** Medians of imports in fresh processes, by module. */
export async function measureImports(modules, rounds) {
  const cwd = await programFolder();
  try {
    const contestants = Object.fromEntries(
      Object.entries(modules).map(([name, module]) => [name, () => importOnce(module, cwd)]),
    );
    const results = await interleaved(contestants, rounds);
    return Object.fromEntries(
      Object.entries(results).map(([name, runs]) => [
        name,
        { ms: median(runs.map(({ ms }) => ms)), heap: median(runs.map(({ heap }) => heap)) },
      ]),
    );
  } finally {
    await rm(cwd, { recursive: true });
  }
}
