import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSpec } from './make-spec.mjs';
import { installPeers, peers } from './peers.mjs';

const hook = new URL('usage.mjs', import.meta.url).href;
const ours = fileURLToPath(new URL('ours.mjs', import.meta.url));
const command = fileURLToPath(new URL('../../../generators/kit/bin/generate.mjs', import.meta.url));

/** A run that takes longer than this, in ms, is given up: the row then has no figure. */
const timeLimit = 300_000;

/** What we run, by name. */
const own = {
  'ours: client': (spec, out) => [ours, spec, out, 'client'],
  'ours: client, validator, contract tests': (spec, out) => [
    ours,
    spec,
    out,
    'client',
    'validator',
    'contract-tests',
  ],
  'ours: complete packages': (spec, out) => [command, '--spec', spec, '--out', out],
};

/** Runs a Node program to its end; answers wall and CPU seconds and its greatest memory, or `undefined` when it fails. */
async function runOnce(parameters, folder) {
  const usage = join(folder, 'usage.json');
  rmSync(usage, { force: true });
  // By the environment, since some peers are commands that start another process for the work.
  const env = { ...process.env, SWAS_BENCH_USAGE: usage, NODE_OPTIONS: `--import ${hook}` };
  const start = performance.now();
  const options = { cwd: folder, env, stdio: 'ignore', timeout: timeLimit };
  const child = spawn(process.execPath, parameters, options);
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)));
  if (code !== 0 || !existsSync(usage)) return undefined;
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

const best = (runs, key) => Math.min(...runs.map((run) => run[key]));

/**
 * Runs our generators and the peers in turn on one spec, each into a new folder of its own. No folder is removed before the end: a file
 * system such as ext4 leaves the places of files that were just removed alone for a while, and whoever writes many files would pay for
 * searching others. The least of each figure counts: what else the
 * machine does only ever adds.
 * @param names which of ours, and `peers` for all of them
 */
export async function compare({ operations, names, rounds, withPeers, progress }) {
  const folder = mkdtempSync(join(tmpdir(), 'swas-bench-generators-'));
  try {
    const spec = join(folder, 'spec.yaml');
    writeFileSync(spec, makeSpec(operations));
    const programs = await programsOf(names, withPeers, progress);
    const runs = new Map(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, parameters] of Object.entries(programs)) {
        progress(`${operations} operations, round ${round + 1} of ${rounds}: ${name}`);
        const out = mkdtempSync(join(folder, 'out-'));
        const run = await runOnce(parameters(spec, out), folder);
        if (run !== undefined) runs.get(name).push(run);
      }
    }
    return rowsOf(runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function programsOf(names, withPeers, progress) {
  const programs = Object.fromEntries(names.map((name) => [name, own[name]]));
  if (!withPeers) return programs;
  progress('installing the peers, once');
  const bin = await installPeers();
  for (const [name, { bin: file, parameters }] of Object.entries(peers))
    programs[name] = (spec, out) => [join(bin, file), ...parameters(spec, out)];
  return programs;
}

/** A row for each program that came to its end. */
function rowsOf(runs) {
  return [...runs]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({
      name,
      'wall s': best(list, 'wall'),
      'CPU s': best(list, 'cpu'),
      MiB: best(list, 'mebibytes'),
    }));
}
