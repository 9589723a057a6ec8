// Runs every check of the repository, stage by stage, and closes with one line `N passed, N failed` over all of them.
// A stage that has no test counts (drift, lint, typecheck) counts as one.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resultFiles, sumResults } from './results.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Generated code is compared before anything regenerates it: building would mend what this stage must find. */
const stages = [
  { name: 'generated code is up to date', script: 'generate', arguments: ['--check'] },
  { name: 'lint', script: 'lint', arguments: ['--continue', '--output-logs=errors-only'] },
  { name: 'typecheck', script: 'typecheck', arguments: ['--continue', '--output-logs=errors-only'] },
  { name: 'tests', turbo: ['run', 'test', '--continue', '--concurrency=2'] },
];

/** Turbo does not tell machines apart by itself, and would restore the tests that passed under another Node. */
const env = { ...process.env, TEST_PLATFORM: `${process.version} ${process.platform} ${process.arch}` };

function run(stage) {
  process.stdout.write(`\n── ${stage.name}\n`);
  const [command, parameters] =
    stage.turbo === undefined
      ? ['pnpm', ['run', stage.script, ...stage.arguments]]
      : ['pnpm', ['exec', 'turbo', ...stage.turbo]];
  return spawnSync(command, parameters, { cwd: root, stdio: 'inherit', env }).status === 0;
}

for (const { file } of resultFiles(root)) rmSync(file, { force: true });
const outcomes = stages.map((stage) => ({ ...stage, passed: run(stage) }));
const tests = sumResults(root);

const failedStages = outcomes.filter(({ passed }) => !passed);
const plainStages = outcomes.filter(({ script }) => script !== undefined);
const passed = tests.passed + plainStages.filter((stage) => stage.passed).length;
// The test stage may fail without a failed test: a suite that could not start is in `broken`.
const failed = Math.max(
  tests.failed + tests.broken.length + plainStages.filter((stage) => !stage.passed).length,
  failedStages.length > 0 ? 1 : 0,
);
for (const { name } of failedStages) process.stdout.write(`failed: ${name}\n`);
for (const name of tests.broken) process.stdout.write(`no results: ${name}\n`);
if (tests.skipped.length > 0)
  process.stdout.write(`skipped:\n${tests.skipped.map((name) => `  ${name}\n`).join('')}`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
