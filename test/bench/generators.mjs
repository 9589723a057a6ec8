// The generators: time and memory by the size of the spec, beside generators of clients alone, and how soon a saved edit is on disk.
import { compare } from './generators/measure.mjs';
import { editTime } from './generators/watch.mjs';

const client = 'ours: client';
const three = 'ours: client, validator, contract tests';
const complete = 'ours: complete packages';

const results = new Map();

/** Compares once for each size; several figures are read from it. */
function measured(operations, names, { quick, progress }, withPeers = !quick) {
  const key = `${operations} ${names}`;
  const rounds = quick ? 1 : operations <= 100 ? 7 : operations <= 1000 ? 3 : 1;
  if (!results.has(key)) results.set(key, compare({ operations, names, rounds, withPeers, progress }));
  return results.get(key);
}

function row(rows, name) {
  const found = rows.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} did not come to its end`);
  return found;
}

/** The peer that used least. */
function leastPeer(rows, column) {
  const values = rows.filter(({ name }) => !name.startsWith('ours')).map((each) => each[column]);
  return values.length === 0 ? undefined : Math.min(...values);
}

/** A figure with the best peer beside it. A quick run has small specs and no peers. */
const sizeFigure = ({ name, limit, operations, ours, column, unit, headline = false }) => ({
  name: `${operations.toLocaleString('en')} operations, ${name}`,
  limit,
  peerName: 'the best peer',
  higherIsBetter: false,
  headline,
  async measure(effort) {
    const size = effort.quick ? Math.min(operations, 20) : operations;
    // The largest sizes show how clients grow; the rest takes minutes there.
    const names = operations > 1000 ? [client] : [client, three, complete];
    const rows = await measured(size, names, effort);
    const value = row(rows, ours)[column];
    const peer = leastPeer(rows, column);
    const beside = peer === undefined ? {} : { peer, ratio: value / peer };
    return { ours: value, ...beside, unit, rows };
  },
});

const cpu = { column: 'CPU s', unit: 's CPU' };
const memory = { column: 'MiB', unit: 'MiB' };

const linear = {
  name: 'client of 10,000 operations: cost of one, relative to 1,000',
  limit: { of: 'ratio', atMost: 1.15 },
  peerName: 'that of 1,000',
  chart: false,
  higherIsBetter: false,
  async measure({ quick, progress }) {
    const [few, many] = quick ? [10, 100] : [1000, 10_000];
    const cost = async (operations) => {
      const rows = await compare({
        operations,
        names: [client],
        rounds: quick ? 1 : 3,
        withPeers: false,
        progress,
      });
      return row(rows, client)['CPU s'] / operations;
    };
    const [small, large] = [await cost(few), await cost(many)];
    return { ours: large * 1000, peer: small * 1000, ratio: large / small, unit: 'ms CPU an operation' };
  },
};

const watch = {
  name: 'watch: an edit to one of 100 operations until it is on disk',
  limit: { of: 'ours', atMost: 100 },
  headline: true,
  higherIsBetter: false,
  async measure({ quick, progress }) {
    progress('saving edits');
    return { ours: await editTime(quick ? 10 : 100, quick ? 2 : 12), unit: 'ms' };
  },
};

const atMost = (value) => ({ of: 'ours', atMost: value });

/** Every figure of the generators. */
export const figures = [
  sizeFigure({
    name: 'client, validator and contract tests: wall time',
    limit: { of: 'ratio', atMost: 1 },
    operations: 2,
    ours: three,
    column: 'wall s',
    unit: 's',
    headline: true,
  }),
  sizeFigure({ name: 'client', limit: atMost(2), operations: 1000, ours: client, ...cpu, headline: true }),
  sizeFigure({ name: 'client: memory', limit: atMost(270), operations: 1000, ours: client, ...memory }),
  sizeFigure({
    name: 'client, validator and contract tests',
    limit: atMost(6),
    operations: 1000,
    ours: three,
    ...cpu,
    headline: true,
  }),
  sizeFigure({ name: 'client', limit: atMost(6.7), operations: 5000, ours: client, ...cpu }),
  sizeFigure({ name: 'client: memory', limit: atMost(457), operations: 5000, ours: client, ...memory }),
  linear,
  watch,
];
