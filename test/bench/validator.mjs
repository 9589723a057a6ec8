// The validator: speed on valid and invalid requests, size, import time, generation.
import { measureImports } from './client/imports.mjs';
import { gzipSize } from './validator/build.mjs';
import { deciders, explainers } from './validator/candidates.mjs';
import { generationTime } from './validator/generation.mjs';
import { invalid, valid } from './validator/requests.mjs';
import { race } from './validator/timing.mjs';

const effort = (quick) => (quick ? { rounds: 6, batch: 2000 } : { rounds: 18, batch: 20_000 });

/**
 * A refused request costs ten times an accepted one and allocates more, which a neighbour's use of the memory slows down for
 * moments: many short batches are compared within the same moment.
 */
const refusalEffort = (quick) => (quick ? { rounds: 6, batch: 2000 } : { rounds: 90, batch: 4000 });
const reference = 'ajv run time';

/** Rows for the report, fastest first. */
const rowsOf = (results) =>
  Object.entries(results)
    .map(([name, { nanoseconds, speed }]) => ({ name, ns: nanoseconds, 'times ajv': speed }))
    .toSorted((a, b) => a.ns - b.ns);

/** Schema libraries, which a validator written by hand is none of, that beat ours. */
const fasterLibraries = (results) =>
  Object.entries(results)
    .filter(([name, { speed }]) => !/^ours|by hand/.test(name) && speed > results['ours: is'].speed)
    .map(([name]) => name);

const raced = new Map();

/** Races the deciders of an operation once; two figures are read from it. */
function raceValid(operation, quick) {
  const key = `${operation} ${quick}`;
  if (!raced.has(key))
    raced.set(key, race(deciders(operation), { inputs: valid[operation], reference, ...effort(quick) }));
  return raced.get(key);
}

/** Checks a second of CPU time, in millions: what the goals call speed. Rows of detail tell the time of one. */
const millionsPerSecond = (nanoseconds) => 1000 / nanoseconds;

const validFigure = (operation, atLeast) => ({
  name: `valid ${operation}: speed`,
  limit: { of: 'ratio', atLeast },
  also: 'the fastest library',
  peerName: 'ajv at run time',
  headline: true,
  higherIsBetter: true,
  async measure({ quick, progress }) {
    progress('interleaving 11 validators');
    const results = raceValid(operation, quick);
    const { nanoseconds, speed } = results['ours: is'];
    return {
      ours: millionsPerSecond(nanoseconds),
      peer: millionsPerSecond(results[reference].nanoseconds),
      ratio: speed,
      unit: 'M/s',
      rows: rowsOf(results),
      missed: fasterLibraries(results).map((name) => `${name} is faster`),
    };
  },
});

const handFigure = (operation) => ({
  name: `valid ${operation}: time`,
  limit: { of: 'ratio', atMost: 1.2 },
  peerName: 'a validator written by hand',
  higherIsBetter: false,
  async measure({ quick }) {
    const results = raceValid(operation, quick);
    const ours = results['ours: is'];
    const hand = results['by hand'];
    return { ours: ours.nanoseconds, peer: hand.nanoseconds, ratio: hand.speed / ours.speed, unit: 'ns CPU' };
  },
});

const invalidFigure = (operation) => ({
  name: `invalid ${operation}, all issues: speed`,
  limit: { of: 'ratio', atLeast: 1 },
  peerName: 'ajv at run time',
  headline: true,
  higherIsBetter: true,
  async measure({ quick }) {
    const inputs = invalid[operation];
    const results = race(explainers(operation), { inputs, reference, ...refusalEffort(quick) });
    const { nanoseconds, speed } = results['ours: validate'];
    return {
      ours: millionsPerSecond(nanoseconds),
      peer: millionsPerSecond(results[reference].nanoseconds),
      ratio: speed,
      unit: 'M/s',
      rows: rowsOf(results),
    };
  },
});

const names = 'deleteCustomImages, modifyImageShareStatus';
const withMessages = `import { ${names} } from '@swas/validator/validate';
  export const messages = [${names}].map((validate) => validate({}).issues.map(({ message }) => message));`;
const whole = `import { ${names} } from '@swas/validator';
  export const messages = [${names}].map((operation) => operation.validate({}).issues.map(({ message }) => message));`;
const guards = `import { ${names} } from '@swas/validator/is'; export const verdicts = [${names}].map((is) => is({}));`;

/** The entry that only validates beside the one that also reads queries and asserts. */
const sizes = async () => [
  { program: '@swas/validator/validate', bytes: await gzipSize(withMessages) },
  { program: '@swas/validator', bytes: await gzipSize(whole) },
];

const sizeFigure = (name, program, bytes, rows) => ({
  name: `${name}, gzip`,
  limit: { of: 'ours', atMost: bytes },
  headline: true,
  higherIsBetter: false,
  measure: async () => ({ ours: await gzipSize(program), unit: 'B', rows: await rows?.() }),
});

/** Every figure of the validator. */
export const figures = [
  validFigure('ModifyImageShareStatus', 2.5),
  validFigure('DeleteCustomImages', 3),
  handFigure('ModifyImageShareStatus'),
  handFigure('DeleteCustomImages'),
  invalidFigure('ModifyImageShareStatus'),
  invalidFigure('DeleteCustomImages'),
  sizeFigure('validator of both operations with messages', withMessages, 2400, sizes),
  sizeFigure('validator of both operations, `is` alone', guards, 1000),
  {
    name: 'import of @swas/validator, over an empty package',
    limit: { of: 'ours', atMost: 1 },
    headline: true,
    higherIsBetter: false,
    async measure({ quick }) {
      const { ours } = await measureImports({ ours: '@swas/validator' }, quick ? 3 : 101);
      return { ours: ours.ms, unit: 'ms' };
    },
  },
  {
    name: 'generating validators of 1,000 operations',
    limit: { of: 'ours', atMost: 4 },
    also: 'linear',
    peerName: '100 operations',
    chart: false,
    higherIsBetter: false,
    async measure({ quick }) {
      generationTime(10);
      const [hundred, thousand] = quick
        ? [generationTime(10), generationTime(20)]
        : [generationTime(100), generationTime(1000)];
      // What generating costs once makes ten times as many operations cost less than ten times as much.
      const missed = thousand <= 11.5 * hundred ? [] : ['the cost per operation grows'];
      return { ours: thousand, peer: hundred, ratio: thousand / hundred, unit: 's CPU', missed };
    },
  },
];
