import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { interleaved, median } from './statistics.mjs';

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Name of a package without content, laid out as ours are, so that finding it costs as much. */
const emptyPackage = '@empty/package';

async function installEmptyPackage(modules) {
  const folder = join(modules, emptyPackage);
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
  const manifest = { name: emptyPackage, version: '1.0.0', type: 'module', exports };
  await mkdir(join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'dist', 'index.js'), 'export {};\n');
}

/**
 * A program's folder that holds the packages under test and the empty one side by side, as npm installs them. Links to the
 * workspace would make ours alone pay for each link and for a longer path; only the official SDK, which takes a hundred times
 * as long, stays behind one.
 */
async function programFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'imports-'));
  const modules = join(folder, 'node_modules');
  await installEmptyPackage(modules);
  for (const name of ['@swas/client', '@swas/validator'])
    for (const part of ['package.json', 'dist'])
      await cp(join(installed, name, part), join(modules, name, part), { recursive: true });
  await symlink(join(installed, '@alicloud'), join(modules, '@alicloud'), 'junction');
  return folder;
}

/**
 * Runs in a process of its own: Ms of the import, and bytes of heap that it leaves. The collector is made callable afterwards:
 * with a flag at the start, V8 would refuse the code of Node's own modules that lies ready compiled, which takes longer than
 * what is measured.
 */
const script = (module) => `
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  await import(${JSON.stringify(module)});
  const ms = performance.now() - start;
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  process.getBuiltinModule('node:vm').runInNewContext('gc')();
  console.log(JSON.stringify({ ms, heap: process.memoryUsage().heapUsed - heap }));`;

async function importOnce(module, cwd) {
  const args = ['--input-type=module', '-e', script(module)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}

/**
 * Imports in fresh processes, by module: medians over the rounds of how many ms each took beyond the empty package in the same
 * round, which a slow minute of the machine lengthens alike; and of the heap.
 */
export async function measureImports(modules, rounds) {
  const cwd = await programFolder();
  try {
    const contestants = Object.fromEntries(
      Object.entries({ ...modules, empty: emptyPackage }).map(([name, module]) => [
        name,
        () => importOnce(module, cwd),
      ]),
    );
    const { empty, ...results } = await interleaved(contestants, rounds);
    const beyondEmpty = (runs, what) => median(runs.map((run, round) => run[what] - empty[round][what]));
    return Object.fromEntries(
      Object.entries(results).map(([name, runs]) => [
        name,
        { ms: beyondEmpty(runs, 'ms'), heap: beyondEmpty(runs, 'heap') },
      ]),
    );
  } finally {
    await rm(cwd, { recursive: true });
  }
}
