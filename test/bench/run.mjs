// Measures every figure that we claim, peers beside it, in one run: `pnpm bench [--quick] [--only AREA]`.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { formatTable } from './report/table.mjs';
import { formatChart } from './report/chart.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const reports = fileURLToPath(new URL('../../reports/', import.meta.url));

const options = new Command('pnpm bench')
  .description(
    'Measures every figure of the performance goals, interleaved with the peers, and prints medians and ratios.',
  )
  .option('--quick', 'few repetitions: shows that the bench runs; its figures mean nothing', false)
  .option('--only <area>', 'one area: client, validator, gateway, …')
  .addHelpText(
    'after',
    '\nExample:\n  $ pnpm bench --only client\n\nWrites reports/bench.json and reports/bench.svg.',
  )
  .parse()
  .opts();

/** Each file beside this one is an area; it exports `figures`. */
async function loadAreas() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'run.mjs');
  const wanted = files.filter((name) => options.only === undefined || name === `${options.only}.mjs`);
  if (wanted.length === 0) {
    process.stderr.write(
      `no area called ${options.only}: use one of ${files.map((name) => name.slice(0, -4)).join(', ')}\n`,
    );
    process.exit(2);
  }
  return Promise.all(
    wanted.map(async (name) => ({
      area: name.slice(0, -4),
      figures: (await import(pathToFileURL(join(folder, name)).href)).figures,
    })),
  );
}

/** Progress goes to standard error, so that a pipe receives the table alone. */
const progress = (text) => process.stderr.write(`  ${text}\n`);

async function measure(area, figure) {
  process.stderr.write(`${area}: ${figure.name}\n`);
  try {
    return {
      area,
      name: figure.name,
      goal: figure.goal,
      ...(await figure.measure({ quick: options.quick, progress })),
    };
  } catch (error) {
    return {
      area,
      name: figure.name,
      goal: figure.goal,
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

function save(name, text) {
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, `.${name}`), text);
  renameSync(join(reports, `.${name}`), join(reports, name));
}

const results = [];
for (const { area, figures } of await loadAreas()) {
  for (const figure of figures) results.push(await measure(area, figure));
}
process.stdout.write(formatTable(results));
save(
  'bench.json',
  `${JSON.stringify({ date: new Date().toISOString(), node: process.version, quick: options.quick, results }, null, 2)}\n`,
);
save('bench.svg', formatChart(results));
process.exitCode = results.some(({ error }) => error !== undefined) ? 1 : 0;
