import { availableFaults, startGateway, type Gateway } from '@swas/mock-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultRules } from './fault-rules.ts';
import type { CaseRecord } from '../src/run/record.ts';
import { ids, linesOf, runSuite, settingsFor } from './run-suite.ts';

const images = ids.map((ImageId) => ({ RegionId: 'cn-hangzhou', ImageId }));
// Those with a value are troubles of networks, not broken rules.
const faults = availableFaults.map(({ name }) => name).filter((name) => !name.includes('='));

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ images });
});
afterAll(async () => {
  await gateway.close();
});

test('the right gateway passes at every level, time after time', async () => {
  for (const level of ['linked', 'linked', 'gateway'] as const) {
    gateway.setFaults([]);
    gateway.reset();
    const records = await runSuite(settingsFor(gateway.url, level));
    expect(linesOf(records)).toEqual([]);
    expect(records.filter(({ result }) => result === 'skipped')).toEqual([]);
  }
}, 60_000);

test('every fault of the gateway is listed with its rule', () => {
  expect(Object.keys(faultRules).toSorted()).toEqual(faults.toSorted());
});

/** Faults that break something documented. */
const broken = Object.entries(faultRules).filter(([, rule]) => !('undocumented' in rule));

test('at least forty faults break a documented or linked rule', () => {
  expect(broken.length).toBeGreaterThanOrEqual(40);
});

describe.each(broken)('%s', (name, rule) => {
  test('is caught by a case of its rule', async () => {
    gateway.setFaults([name]);
    gateway.reset();
    const level = 'aspect' in rule ? rule.level : undefined;
    const isCaught = ({ id, failure }: CaseRecord): boolean =>
      'cases' in rule
        ? failure !== undefined && rule.cases.test(id)
        : 'aspect' in rule && failure?.problems.some(({ aspect }) => aspect === rule.aspect) === true;
    const records = await runSuite(settingsFor(gateway.url, level), isCaught);
    expect(records.some(isCaught), linesOf(records).join('\n') || 'no case failed').toBe(true);
  }, 60_000);
});
