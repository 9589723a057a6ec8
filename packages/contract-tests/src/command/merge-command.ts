/** `swas-contract merge`: one report of the JSON reports of several shards. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Catalogue } from '../contract-case.ts';
import { coverageOf } from '../report/coverage.ts';
import { isBroken, type RunReport } from '../report/run-report.ts';
import { summaryText } from '../report/summary-text.ts';
import { writeReport } from '../report/write-report.ts';
import { UsageError } from './usage-error.ts';

function readReport(file: string): RunReport {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  if (typeof data === 'object' && data !== null && 'records' in data && Array.isArray(data.records)) {
    return data as RunReport;
  }
  throw new UsageError(`${file}: expected a report that --report FILE.json wrote.`);
}

/** Puts the parts of a run together; coverage counts anew over all of them. */
export function mergeReports(reports: readonly RunReport[], catalogue: Catalogue): RunReport {
  const [first] = reports;
  if (first === undefined) throw new UsageError('Give at least one JSON report.');
  const records = reports.flatMap((report) => report.records);
  return {
    ...first,
    milliseconds: Math.max(...reports.map(({ milliseconds }) => milliseconds)),
    records,
    errors: reports.flatMap(({ errors }) => errors),
    coverage: coverageOf(catalogue, records),
  };
}

/** The subcommand; `done` takes the exit code. */
export function mergeCommand(catalogue: Catalogue, done: (exitCode: number) => void): Command {
  return new Command('merge')
    .description('Puts the JSON reports of shards together.')
    .argument('<reports...>', 'files that --report FILE.json wrote')
    .option('--out <file>', 'write the whole: .html or .json')
    .action((files: readonly string[], { out }: { readonly out?: string }) => {
      const merged = mergeReports(files.map(readReport), catalogue);
      if (out !== undefined) writeReport(out, merged, catalogue);
      process.stdout.write(`${summaryText(merged, catalogue)}\n`);
      done(isBroken(merged) ? 1 : 0);
    });
}
