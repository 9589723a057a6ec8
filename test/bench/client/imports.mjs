import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { interleaved, median } from './statistics.mjs';

const cwd = new URL('.', import.meta.url).pathname;

/** Runs in a process of its own: Ms of the import, and bytes of heap and of memory that it leaves. */
const script = (module) => `
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  await import(${JSON.stringify(module)});
  const ms = performance.now() - start;
  globalThis.gc();
  console.log(JSON.stringify({ ms, heap: process.memoryUsage().heapUsed - heap }));`;

async function importOnce(module) {
  const args = ['--expose-gc', '--input-type=module', '-e', script(module)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}

/** Medians of imports in fresh processes, by module. */
export async function measureImports(modules, rounds) {
  const contestants = Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, () => importOnce(module)]),
  );
  const results = await interleaved(contestants, rounds);
  return Object.fromEntries(
    Object.entries(results).map(([name, runs]) => [
      name,
      { ms: median(runs.map(({ ms }) => ms)), heap: median(runs.map(({ heap }) => heap)) },
    ]),
  );
}

/** A module without content, imported in the same way as a package. */
export const emptyModule = new URL('./empty.mjs', import.meta.url).href;
