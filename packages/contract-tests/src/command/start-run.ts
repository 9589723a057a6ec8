/** Runs the generated vitest files against an endpoint. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter } from 'vitest/node';
import { startVitest } from 'vitest/node';
import type { CaseRecord } from '../run/record.ts';
import type { RunSettings } from '../run/settings.ts';
import { SuiteOrder } from './suite-order.ts';

/** Folder of this package's compiled code, or of its sources when they run directly. */
const CODE = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface RunOptions {
  readonly settings: RunSettings;
  /** Told of every case as it ends. */
  readonly onCase?: (record: CaseRecord) => void;
  /** vitest's own reporters to run besides, for example `junit` with a file. */
  readonly reporters?: readonly (readonly [name: string, config: Readonly<Record<string, string>>])[];
  /** `1/3`: the first of three parts of the files. */
  readonly shard?: string;
}

export interface RunResult {
  readonly records: readonly CaseRecord[];
  /** What vitest itself could not do: load a file, start a worker. */
  readonly errors: readonly string[];
}

const textOf = (error: { readonly message?: string; readonly stack?: string }): string =>
  error.stack ?? error.message ?? String(error);

/** Runs every case at the level of the settings and returns what came of each. */
export async function startRun(options: RunOptions): Promise<RunResult> {
  const records: CaseRecord[] = [];
  const errors: string[] = [];
  const collector: Reporter = {
    onTestCaseResult(testCase) {
      const record = testCase.meta().contract;
      if (record === undefined) return;
      records.push(record);
      options.onCase?.(record);
    },
    onTestModuleEnd(module) {
      errors.push(...module.errors().map(textOf));
    },
    onTestRunEnd(_modules, unhandled) {
      errors.push(...unhandled.map(textOf));
    },
  };
  const exitCode = process.exitCode;
  const vitest = await startVitest('test', [], {
    root: CODE,
    config: false,
    watch: false,
    include: ['generated/*.contract.{js,ts}'],
    exclude: ['**/*.d.ts'],
    // One worker for all files: they share the pool of resources and the set of RequestIds.
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: SuiteOrder },
    testTimeout: 0,
    hookTimeout: 0,
    passWithNoTests: true,
    provide: { contract: options.settings },
    reporters: [
      collector,
      ...(options.reporters ?? []).map(([name, config]): [string, Record<string, unknown>] => [
        name,
        { ...config },
      ]),
    ],
    ...(options.shard === undefined ? {} : { shard: options.shard }),
  });
  await vitest.close();
  // Failed cases are the caller's to judge.
  process.exitCode = exitCode;
  return { records, errors };
}
