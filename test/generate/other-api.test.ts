import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { buildStandalone, readAll } from '../support/standalone.ts';
import { root } from '../support/workspace.ts';

/** An API that has nothing of ours: no workflows, no errors of the gateway, GET, a form, a pattern without example, a recursive schema. */
test('another API of the family gets packages of its own scope, whose suite passes against its gateway', async () => {
  const out = await buildStandalone(join(root, 'test/generate/lamps.yaml'), '@lamps');
  for (const name of ['client', 'validator', 'contract-tests', 'mock-gateway', 'reference', 'runtime']) {
    expect(readAll(join(out, name, 'src')), name).not.toMatch(/'@swas\/(?!generator-)/);
  }
  const suite = await run(process.execPath, [join(out, 'contract-tests/bin/swas-contract.mjs')], out);
  expect(suite.stdout + suite.stderr).toMatch(/operations 3\/3, parameters 7\/7[\s\S]* 0 failed, 0 skipped/);
  expect(suite.exitCode).toBe(0);
  // The site is built for it too: all its operations, and nothing of the spec that stays here.
  const site = join(out, 'reference/dist/site');
  expect(readFileSync(join(site, 'openapi.json'), 'utf8')).toContain('/DescribeLamps');
  expect(readFileSync(join(site, 'index.html'), 'utf8')).not.toContain('spec.html');
}, 300_000);
