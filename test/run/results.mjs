// Adds up the JSON reports that each package's test run leaves behind.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every package with a `test` script, and the report that it writes. */
export function resultFiles(root) {
  const folders = ['spec', 'test', ...['generators', 'packages'].flatMap((group) => list(root, group))];
  return folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .filter(
      (folder) =>
        JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts?.test !== undefined,
    )
    .map((folder) => ({ folder, file: join(root, folder, 'test-results.json') }));
}

function list(root, group) {
  return readdirSync(join(root, group)).map((name) => `${group}/${name}`);
}

/** The sum over all packages; `broken` names those whose run left no report, or failed outside a test. */
export function sumResults(root) {
  const sum = { passed: 0, failed: 0, skipped: [], broken: [] };
  for (const { folder, file } of resultFiles(root)) {
    if (!existsSync(file)) {
      sum.broken.push(folder);
      continue;
    }
    const report = JSON.parse(readFileSync(file, 'utf8'));
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
    if (!report.success && report.numFailedTests === 0) sum.broken.push(folder);
    sum.skipped.push(...skippedTests(folder, report));
  }
  return sum;
}

function skippedTests(folder, report) {
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  return tests
    .filter(({ status }) => status === 'pending' || status === 'skipped')
    .map(({ fullName }) => `${folder}: ${fullName}`);
}
