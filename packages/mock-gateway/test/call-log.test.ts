import { expect, it } from 'vitest';
import { CallLog } from '../src/call-log.ts';

const call = {
  time: 0,
  requestId: 'R',
  method: 'POST',
  path: '/',
  operation: 'A',
  status: 200,
  code: undefined,
};

it('keeps the last calls in their order', () => {
  const log = new CallLog(3);
  for (const time of [1, 2, 3, 4, 5]) log.add({ ...call, time, parameters: { A: 'a' } });
  expect(log.list().map(({ time }) => time)).toEqual([3, 4, 5]);
  log.clear();
  expect(log.list()).toEqual([]);
});

it('keeps large calls in part', () => {
  const log = new CallLog(3);
  log.add({ ...call, parameters: { A: 'é'.repeat(1_000_000), B: 'b' } });
  log.add({
    ...call,
    parameters: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`N.${index}`, ''])),
  });
  const [long, many] = log.list().map(({ parameters }) => parameters ?? {});
  expect(long).toEqual({ A: 'é'.repeat(2000), B: 'b' });
  expect(Object.keys(many ?? {})).toHaveLength(100);
});
