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

/** The same for a peer that is known to be slow, and the largest spec that it is given, in operations. */
const slow = { timeLimit: 120_000, operations: 1000 };

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

/** Runs a Node program to its end; answers wall and CPU seconds and its greatest memory, or the reason why it has none. */
async function runOnce(parameters, folder, timeout) {
  const usage = join(folder, 'usage.json');
  rmSync(usage, { force: true });
  // By the environment, since some peers are commands that start another process for the work.
  const env = { ...process.env, SWAS_BENCH_USAGE: usage, NODE_OPTIONS: `--import ${hook}` };
  const start = performance.now();
  const options = { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], timeout };
  const child = spawn(process.execPath, parameters, options);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2000)));
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)));
  const wall = (performance.now() - start) / 1000;
  if (child.signalCode !== null) return { reason: `over ${timeout / 1000} s` };
  if (code !== 0 || !existsSync(usage)) return { reason: reasonIn(errors) };
  return { wall, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

/** The line of a program's last words that says what is wrong: Node ends with its version. */
function reasonIn(errors) {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it failed';
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
      for (const [name, { parameters, isSlow }] of Object.entries(programs)) {
        if (isSlow && (round > 0 || operations > slow.operations)) continue;
        progress(`${operations} operations, round ${round + 1} of ${rounds}: ${name}`);
        const out = mkdtempSync(join(folder, 'out-'));
        const run = await runOnce(parameters(spec, out), folder, isSlow ? slow.timeLimit : timeLimit);
        if (run.reason === undefined) runs.get(name).push(run);
        else progress(`${operations} operations: ${name} has no figure (${run.reason})`);
      }
    }
    return rowsOf(runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function programsOf(names, withPeers, progress) {
  const programs = Object.fromEntries(names.map((name) => [name, { parameters: own[name], isSlow: false }]));
  if (!withPeers) return programs;
  progress('installing the peers, once');
  const bin = await installPeers();
  for (const [name, peer] of Object.entries(peers)) {
    const file = peer.file ?? join(bin, peer.bin);
    const parameters = (spec, out) => [file, ...peer.parameters(spec, out, bin)];
    programs[name] = { parameters, isSlow: peer.slow === true };
  }
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
