import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeSpec } from './make-spec.mjs';

const command = fileURLToPath(new URL('../../../generators/kit/bin/generate.mjs', import.meta.url));

/** Waits until the watcher says that it is at rest. */
async function atRest(child) {
  for await (const [chunk] of onData(child)) if (String(chunk).includes('Watching')) return;
}

async function* onData(child) {
  while (child.exitCode === null) yield await once(child.stderr, 'data');
}

/** Median ms from saving an edit to one operation until its client is on disk. */
export async function editTime(operations, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'swas-bench-watch-'));
  const spec = join(folder, 'spec.yaml');
  const text = makeSpec(operations);
  writeFileSync(spec, text);
  const out = join(folder, 'out');
  const child = spawn(process.execPath, [command, '--spec', spec, '--out', out, '--watch'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    await atRest(child);
    const file = join(out, 'client/src/generated/operations/create-disk.ts');
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const mark = `Edited for the ${round}th time.`;
      const rest = atRest(child);
      const start = performance.now();
      writeFileSync(spec, text.replace('summary: CreateDisk acts', `summary: ${mark} CreateDisk acts`));
      while (!readFileSync(file, 'utf8').includes(mark)) await sleep(1);
      times.push(performance.now() - start);
      await rest;
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  } finally {
    child.kill();
    // It may still be tidying up in the folder.
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
