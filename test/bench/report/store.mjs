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

/**
 * What was last recorded: `areas` by name, measured on the oldest Node that we support, by which goals are judged; and
 * `newerNodes`, the same by the number of each newer Node that somebody recorded on.
 */
export function readRecorded() {
  try {
    return JSON.parse(readFileSync(recordedFile, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return { areas: {}, newerNodes: {} };
    throw error;
  }
}

/** The areas that are replaced by what this Node measures. */
function areasOfThisNode({ areas, newerNodes }) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [oldest] = /\d+/.exec(engines.node);
  const [own] = process.versions.node.split('.');
  return own === oldest ? areas : (newerNodes[own] ??= {});
}

/** Every recorded result, area after area. */
export const resultsOf = (areas) => Object.values(areas).flatMap(({ results }) => results);

/** Replaces what is recorded of the areas that were measured, and what is made from it. */
export function record(results) {
  const recorded = readRecorded();
  const areas = areasOfThisNode(recorded);
  for (const area of new Set(results.map((result) => result.area)))
    areas[area] = { ...circumstances(), results: results.filter((result) => result.area === area) };
  write(recordedFile, json(recorded));
  write(recordedChart, formatChart(resultsOf(recorded.areas)));
  write(readmeFile, replaceMeasured(readFileSync(readmeFile, 'utf8'), recorded));
}
