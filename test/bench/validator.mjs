// The validator: speed on valid and invalid requests, size, import time, generation.
import { gzipSize, importTime } from './validator/build.mjs';
import { deciders, explainers } from './validator/candidates.mjs';
import { generationTime } from './validator/generation.mjs';
import { invalid, valid } from './validator/requests.mjs';
import { race } from './validator/timing.mjs';

const effort = (quick) => (quick ? { rounds: 6, batch: 2000 } : { rounds: 18, batch: 20_000 });
const reference = 'ajv run time';

/** Rows for the report, fastest first. */
const rowsOf = (results) =>
  Object.entries(results)
    .map(([name, { nanoseconds, speed }]) => ({ name, ns: nanoseconds, 'times ajv': speed }))
    .toSorted((a, b) => a.ns - b.ns);

const raced = new Map();

/** Races the deciders of an operation once; two figures are read from it. */
function raceValid(operation, quick) {
  const key = `${operation} ${quick}`;
  if (!raced.has(key))
    raced.set(key, race(deciders(operation), { inputs: valid[operation], reference, ...effort(quick) }));
  return raced.get(key);
}

const validFigure = (operation, goal) => ({
  name: `valid ${operation}: speed relative to ajv at run time`,
  goal: `at least ${goal}, and the fastest library`,
  higherIsBetter: true,
  async measure({ quick, progress }) {
    progress('interleaving 11 validators');
    const results = raceValid(operation, quick);
    const { nanoseconds, speed } = results['ours: is'];
    return {
      ours: nanoseconds,
      peer: results[reference].nanoseconds,
      ratio: speed,
      unit: 'ns CPU',
      rows: rowsOf(results),
    };
  },
});

const handFigure = (operation) => ({
  name: `valid ${operation}: time relative to a validator written by hand`,
  goal: 'at most 1.2',
  higherIsBetter: false,
  async measure({ quick }) {
    const results = raceValid(operation, quick);
    const ours = results['ours: is'];
    const hand = results['by hand'];
    return { ours: ours.nanoseconds, peer: hand.nanoseconds, ratio: hand.speed / ours.speed, unit: 'ns CPU' };
  },
});

const invalidFigure = (operation) => ({
  name: `invalid ${operation}, all issues: speed relative to ajv at run time`,
  goal: 'at least 1',
  higherIsBetter: true,
  async measure({ quick }) {
    const results = race(explainers(operation), { inputs: invalid[operation], reference, ...effort(quick) });
    const { nanoseconds, speed } = results['ours: validate'];
    return {
      ours: nanoseconds,
      peer: results[reference].nanoseconds,
      ratio: speed,
      unit: 'ns CPU',
      rows: rowsOf(results),
    };
  },
});

const names = 'deleteCustomImages, modifyImageShareStatus';
const withMessages = `import { ${names} } from '@swas/validator';
  export const messages = [${names}].map((operation) => operation.validate({}).issues.map(({ message }) => message));`;
const guards = `import { ${names} } from '@swas/validator/is'; export const verdicts = [${names}].map((is) => is({}));`;

const sizeFigure = (name, program, goal) => ({
  name: `${name}, gzip`,
  goal: `at most ${goal} bytes`,
  higherIsBetter: false,
  measure: async () => ({ ours: await gzipSize(program), unit: 'bytes' }),
});

/** Every figure of the validator. */
export const figures = [
  validFigure('ModifyImageShareStatus', 2.5),
  validFigure('DeleteCustomImages', 3),
  handFigure('ModifyImageShareStatus'),
  handFigure('DeleteCustomImages'),
  invalidFigure('ModifyImageShareStatus'),
  invalidFigure('DeleteCustomImages'),
  sizeFigure('both operations with messages', withMessages, 2400),
  sizeFigure('both operations, `is` alone', guards, 1000),
  {
    name: 'import over an empty module',
    goal: 'at most 1 ms',
    higherIsBetter: false,
    measure: async ({ quick }) => ({ ours: await importTime(withMessages, quick ? 3 : 15), unit: 'ms' }),
  },
  {
    name: 'generating validators of 1,000 operations',
    goal: 'at most 4 s CPU, linear',
    higherIsBetter: false,
    async measure({ quick }) {
      generationTime(10);
      const [hundred, thousand] = quick
        ? [generationTime(10), generationTime(20)]
        : [generationTime(100), generationTime(1000)];
      return { ours: thousand, peer: hundred, ratio: thousand / hundred, unit: 's CPU' };
    },
  },
];
