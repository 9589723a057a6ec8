import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatChart } from './chart.mjs';
import { replaceMeasured } from './readme.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the README's figures are made from. An area is replaced whole, so each says when and where it was measured. */
export const recordedFile = join(root, 'docs/bench/results.json');
export const recordedChart = join(root, 'docs/bench/chart.svg');
export const readmeFile = join(root, 'README.md');

/** When, on which Node and on what a run was made. */
function circumstances() {
  const [{ model }] = cpus();
  const machine = `${cpus().length} cores of ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  return { date: new Date().toISOString().slice(0, 10), node: process.version, machine };
}

/** At once or not at all: a run that is interrupted leaves the former file. */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The report of any run, which git does not know. */
export function save(results, quick) {
  write(join(root, 'reports/bench.json'), json({ ...circumstances(), quick, results }));
  write(join(root, 'reports/bench.svg'), formatChart(results));
}

/** Areas by name, as they were last recorded. */
export function readRecorded() {
  try {
    return JSON.parse(readFileSync(recordedFile, 'utf8')).areas;
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Every recorded result, area after area. */
export const resultsOf = (areas) => Object.values(areas).flatMap(({ results }) => results);

/** Replaces what is recorded of the areas that were measured, and what is made from it. */
export function record(results) {
  const areas = readRecorded();
  for (const area of new Set(results.map((result) => result.area)))
    areas[area] = { ...circumstances(), results: results.filter((result) => result.area === area) };
  write(recordedFile, json({ areas }));
  write(recordedChart, formatChart(resultsOf(areas)));
  write(readmeFile, replaceMeasured(readFileSync(readmeFile, 'utf8'), areas));
}
