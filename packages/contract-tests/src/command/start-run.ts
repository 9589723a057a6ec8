/** Runs the generated vitest files against an endpoint. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, Vitest } from 'vitest/node';
import { createVitest } from 'vitest/node';
import { suites } from '../generated/suites.ts';
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
  /** State of each resource that was used, by id. */
  readonly states: Readonly<Record<string, string>>;
  /** True when the run was stopped with Ctrl-C. */
  readonly interrupted: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

type VitestOptions = NonNullable<Parameters<typeof createVitest>[1]>;

const textOf = (error: { readonly message?: string; readonly stack?: string }): string =>
  error.stack ?? error.message ?? String(error);

/** Gathers what the workers report. */
function collector(options: RunOptions, result: Mutable<RunResult>): Reporter {
  return {
    onTestCaseResult(testCase) {
      const { contract, contractStates } = testCase.meta();
      if (contractStates !== undefined) result.states = contractStates;
      if (contract === undefined) return;
      result.records.push(contract);
      options.onCase?.(contract);
    },
    onTestModuleEnd(module) {
      result.errors.push(...module.errors().map(textOf));
    },
    onTestRunEnd(_modules, unhandled) {
      result.errors.push(...unhandled.map(textOf));
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets the running case end after Ctrl-C, so that resources can be put back; a second Ctrl-C ends at once.
 *
 * @param create makes the runner; its own handlers, which would end the process at once, are taken off.
 */
async function interruptible(
  create: () => Promise<Vitest>,
  result: Mutable<RunResult>,
): Promise<[Vitest, () => void]> {
  const before = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)));
  const vitest = await create();
  const cancel = (): void => {
    result.interrupted = true;
    void vitest.cancelCurrentRun('keyboard-input');
  };
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal))
      if (!before.has(listener)) process.off(signal, listener);
    process.once(signal, cancel);
  }
  return [vitest, () => SIGNALS.forEach((signal) => process.off(signal, cancel))];
}

function configuration(options: RunOptions, result: Mutable<RunResult>): VitestOptions {
  return {
    root: CODE,
    config: false,
    watch: false,
    // An installed package is not the place for what a run leaves.
    cache: false,
    // By name: a file of an earlier build may still be there.
    include: suites.map(({ file }) => `generated/${file}.{js,ts}`),
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
      collector(options, result),
      ...(options.reporters ?? []).map(([name, config]): [string, Record<string, unknown>] => [
        name,
        { ...config },
      ]),
    ],
    ...(options.shard === undefined ? {} : { shard: options.shard }),
  };
}

/** Runs every case at the level of the settings and returns what came of each. */
export async function startRun(options: RunOptions): Promise<RunResult> {
  const result: Mutable<RunResult> = { records: [], errors: [], states: {}, interrupted: false };
  const exitCode = process.exitCode;
  const [vitest, release] = await interruptible(
    () => createVitest('test', configuration(options, result)),
    result,
  );
  try {
    await vitest.start();
  } finally {
    release();
    await vitest.close();
    // Failed cases are the caller's to judge.
    process.exitCode = exitCode;
  }
  return result;
}
