import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

const bench = join(root, 'test/bench/run.mjs');
const areas = readdirSync(join(root, 'test/bench'))
  .filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
  .map((name) => name.slice(0, -'.mjs'.length));

interface Report {
  readonly quick: boolean;
  readonly node: string;
  readonly machine: string;
  readonly results: readonly { area: string; name: string; ours?: number; error?: string; limit?: object }[];
}

describe('pnpm bench', () => {
  test('measures every area, and tells what, beside whom, and whether that reaches its goal', async () => {
    const finished = await run(process.execPath, [bench, '--quick']);
    const report = JSON.parse(readFileSync(join(root, 'reports/bench.json'), 'utf8')) as Report;
    expect(report.results.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(finished.exitCode, finished.stderr).toBe(0);
    expect(new Set(report.results.map(({ area }) => area))).toEqual(new Set(areas));
    for (const { name, ours, limit } of report.results) {
      // What is measured over something else may come out below it in a few repetitions.
      expect(Number.isFinite(ours), name).toBe(true);
      expect(limit, name).toBeDefined();
      expect(finished.stdout).toContain(name);
      expect(finished.stderr).toContain(name);
    }
    expect(report).toMatchObject({ quick: true, node: process.version });
    expect(report.machine).toMatch(/\d+ cores of .+ GiB/);
    expect(readFileSync(join(root, 'reports/bench.svg'), 'utf8')).toContain('<svg');
  }, 600_000);

  test.for([
    ['an area that there is not', ['--only', 'none'], 'client'],
    ['recording what was not measured', ['--quick', '--record'], '--quick'],
  ] as const)('refuses %s', async ([, options, hint]) => {
    const finished = await run(process.execPath, [bench, ...options]);
    expect(finished.exitCode).toBe(2);
    expect(finished.stderr).toContain(hint);
  });
});
