import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/workspace.ts';
import { apiReport, entries } from './support/api-report.ts';

const folder = join(root, 'test/packages/api');

test.for(entries)('what $name exports is what was agreed on', async (entry) => {
  const hint = `The public API of ${entry.name} changed. If that was meant: pnpm api:update, and commit the report with a changeset`;
  await expect(apiReport(entry), hint).toMatchFileSnapshot(join(folder, `${entry.name}.api.md`));
});

test('no report is left of an entry that is gone', () => {
  expect(readdirSync(folder).toSorted()).toEqual(entries.map(({ name }) => `${name}.api.md`).toSorted());
});
