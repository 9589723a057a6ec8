import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/commands.ts';

let folder: string;

/** A repository of one package, in a folder whose name a URL would spell otherwise. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swas-check ñ '));
  cpSync(import.meta.dirname, join(folder, 'test/run'), { recursive: true });
  mkdirSync(join(folder, 'generators'));
  mkdirSync(join(folder, 'packages/one'), { recursive: true });
  writeFileSync(join(folder, 'packages/one/package.json'), '{ "scripts": { "test": "vitest run" } }');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the checks with a pnpm that leaves this report behind where it is asked for tests, and fails in this stage. */
function check(report: object, failing = ''): ReturnType<typeof run> {
  const pnpm = [
    '#!/bin/sh',
    `[ "$1" = exec ] && echo '${JSON.stringify(report)}' > packages/one/test-results.json`,
    `[ "$2" != "${failing}" ]`,
  ];
  const file = join(folder, 'pnpm');
  writeFileSync(file, pnpm.join('\n'));
  chmodSync(file, 0o755);
  const path = [folder, process.env['PATH']].join(delimiter);
  return run(process.execPath, [join(folder, 'test/run/check.mjs')], folder, { PATH: path });
}

const passing = {
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  testResults: [{ assertionResults: [{ status: 'pending', fullName: 'needs Java' }] }],
};

test('the checks count every stage and test, and name what was skipped', async () => {
  const { exitCode, stdout } = await check(passing);
  expect(stdout).toContain('packages/one: needs Java');
  expect(stdout).toContain('\n8 passed, 0 failed\n');
  expect(exitCode).toBe(0);
});

test.each([
  [
    'a failed test',
    { ...passing, success: false, numPassedTests: 4, numFailedTests: 1 },
    '',
    '7 passed, 1 failed',
  ],
  ['a suite that could not start', { ...passing, success: false }, '', '8 passed, 1 failed'],
  ['a failed stage', passing, 'lint', '7 passed, 1 failed'],
])('the checks fail with %s', async (_, report, failing, sum) => {
  const { exitCode, stdout } = await check(report, failing);
  expect(stdout).toContain(`\n${sum}\n`);
  expect(exitCode).toBe(1);
});
