import { startGateway } from '@swas/mock-gateway';
import { expect, onTestFinished, test } from 'vitest';
import { ids, linesOf, runSuite, settingsFor } from './run-suite.ts';

const RUNS = 100;

test(`the right gateway passes ${RUNS} times out of ${RUNS}, with another seed each time`, async () => {
  const gateway = await startGateway({
    images: ids.map((ImageId) => ({ RegionId: 'cn-hangzhou', ImageId })),
  });
  onTestFinished(() => gateway.close());
  const first = Date.now() % 1e9;
  const failures: string[] = [];
  for (let seed = first; seed < first + RUNS; seed += 1) {
    gateway.reset();
    const records = await runSuite({ ...settingsFor(gateway.url, 'gateway'), seed });
    expect(records.length).toBeGreaterThan(40);
    const skipped = records.filter(({ result }) => result === 'skipped').map(({ id }) => `${id}: skipped`);
    failures.push(...[...linesOf(records), ...skipped].map((line) => `seed ${seed}: ${line}`));
  }
  expect(failures).toEqual([]);
});
