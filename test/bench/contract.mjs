// The whole contract suite against the mock gateway that it starts, as its command runs it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './client/statistics.mjs';

const command = fileURLToPath(
  new URL('../../packages/contract-tests/bin/swas-contract.mjs', import.meta.url),
);

/** One run: how long it took, start included, and what it used. */
function run(folder) {
  const file = join(folder, 'report.json');
  const started = performance.now();
  execFileSync(process.execPath, [command, '--report', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const seconds = (performance.now() - started) / 1000;
  const { records } = JSON.parse(readFileSync(file, 'utf8'));
  const exchanges = records.flatMap((record) => record.exchanges);
  // The ids of the mock's images have a form of their own; made-up ones have not.
  const images = new Set(JSON.stringify(exchanges).match(/m-contract\d{12}(?!\d)/g));
  return { seconds, calls: exchanges.length, images: images.size };
}

/** One series of runs serves all figures. */
let measured;
function runs({ quick, progress }) {
  if (measured !== undefined) return measured;
  const amount = quick ? 1 : 5;
  progress(`${amount} runs of the whole suite`);
  const folder = mkdtempSync(join(tmpdir(), 'swas-contract-'));
  try {
    measured = Array.from({ length: amount }, () => run(folder));
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figure = (name, atMost, value, unit) => ({
  name,
  limit: { of: 'ours', atMost },
  chart: false,
  higherIsBetter: false,
  measure: (options) => ({ ours: median(runs(options).map(value)), ...(unit === undefined ? {} : { unit }) }),
});

export const figures = [
  figure('the whole suite, start included', 3, ({ seconds }) => seconds, 's'),
  figure('calls of the whole suite', 150, ({ calls }) => calls),
  figure('images that the whole suite uses', 40, ({ images }) => images),
];
