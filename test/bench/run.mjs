// Measures every figure that we claim, peers beside it, in one run: `pnpm bench [--quick] [--only AREA] [--record]`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { formatTable } from './report/table.mjs';
import { record, save } from './report/store.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Each file beside this one is an area; it exports `figures`:
 * - `name`, `higherIsBetter`, and `measure({ quick, progress })`, which answers `ours`, and, where they exist, `peer`, `ratio`,
 *   `unit`, `rows` of detail, and `missed`: what else that the figure promises it does not keep;
 * - `limit`: the goal, `{ of: 'ours' | 'ratio', atMost | atLeast }`; `also` is the part of it that `missed` judges;
 * - `peerName`; `chart: false` where the other side is our own; `headline: true` for the README.
 */
const areas = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
  .map((name) => name.slice(0, -'.mjs'.length));

const command = new Command('pnpm bench')
  .description(
    'Measures every figure of the performance goals, interleaved with the peers, and prints medians, ratios and goals.',
  )
  .option('--quick', 'few repetitions: shows that the bench runs; its figures mean nothing', false)
  .option('--only <area>', `one area: ${areas.join(', ')}`)
  .option('--record', 'also replaces the figures in docs/bench/ and in the README', false)
  .addHelpText(
    'after',
    '\nExample:\n  $ pnpm bench --only client\n\nWrites reports/bench.json and reports/bench.svg. Exits with 1 when something could not be measured;\na goal missed is shown, and no failure: figures of a busy machine say little.',
  )
  .parse();
const { quick, only, record: recorded } = command.opts();

function refuse(message) {
  process.stderr.write(`${message}\nSee pnpm bench --help.\n`);
  process.exit(2);
}
if (only !== undefined && !areas.includes(only))
  refuse(`There is no area called ${only}; there are ${areas.join(', ')}.`);
if (quick && recorded) refuse('--quick measures nothing worth recording: use --record without it.');

/** Progress goes to standard error, so that a pipe receives the table alone. */
const progress = (text) => process.stderr.write(`  ${text}\n`);

async function measureFigure(area, { measure, ...figure }, place) {
  process.stderr.write(`[${place}] ${area}: ${figure.name}\n`);
  try {
    return { area, ...figure, ...(await measure({ quick, progress })) };
  } catch (error) {
    return { area, ...figure, error: error instanceof Error ? error.message : String(error) };
  }
}

const wanted = [];
for (const area of areas.filter((name) => only === undefined || name === only)) {
  const { figures } = await import(pathToFileURL(join(folder, `${area}.mjs`)).href);
  wanted.push(...figures.map((figure) => ({ area, figure })));
}
const results = [];
for (const [index, { area, figure }] of wanted.entries())
  results.push(await measureFigure(area, figure, `${index + 1}/${wanted.length}`));

process.stdout.write(formatTable(results));
save(results, quick);
const failed = results.some(({ error }) => error !== undefined);
if (recorded && failed) process.stderr.write('Not recorded: something could not be measured.\n');
else if (recorded) record(results);
process.exitCode = failed ? 1 : 0;
