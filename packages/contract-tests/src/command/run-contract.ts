/** One run: chooses the endpoint, runs the cases, puts resources back, and gathers the report. */
import { resolve } from 'node:path';
import type { ContractCase } from '../contract-case.ts';
import { catalogue } from '../generated/catalogue.ts';
import { coverageOf } from '../report/coverage.ts';
import { needsText } from '../report/dry-run-text.ts';
import type { RunReport } from '../report/run-report.ts';
import type { CaseRecord } from '../run/record.ts';
import { restoreAll } from '../run/restore.ts';
import { Session } from '../run/session.ts';
import type { RunSettings } from '../run/settings.ts';
import type { ContractOptions } from './options.ts';
import { settingsOf, variablesOf } from './run-settings.ts';
import type { RunResult } from './start-run.ts';
import { chooseTarget, type Target } from './target.ts';
import { visibleText } from './visible-text.ts';

/** Said in the report's errors when the run was stopped with Ctrl-C. */
export const INTERRUPTED = 'it was interrupted';

/** Writes a line for people. */
export const say = (text: string): void => void process.stdout.write(`${visibleText(text)}\n`);

/** Shows how far the run is where somebody is looking. */
function progress(total: number): (record: CaseRecord) => void {
  let done = 0;
  return ({ result, id }) => {
    done += 1;
    if (!process.stdout.isTTY) return;
    process.stdout.write(`\r\u001B[K${done}/${total} ${result === 'failed' ? '✗' : '✓'} ${id}`);
    if (done === total) process.stdout.write('\r\u001B[K');
  };
}

/** Leaves every resource that was not deleted as it was given, also after an interruption. */
async function putBack(settings: RunSettings, { states, interrupted, errors }: RunResult): Promise<void> {
  if (!settings.restore) return;
  // The case that was cut off took part in whatever it had taken, and told nobody.
  const known = interrupted || errors.length > 0 ? 'absent-only' : 'all';
  const failed = await restoreAll(new Session(catalogue, settings), states, known);
  say(
    failed.length === 0
      ? 'Everything that still exists is back in its first state.'
      : `These could not be put back: ${failed.join(', ')}.`,
  );
}

function announce(
  options: ContractOptions,
  target: Target,
  settings: RunSettings,
  cases: readonly ContractCase[],
) {
  const { title, version } = catalogue;
  say(
    `${title} ${version}: ${cases.length} cases at ${target.endpoint}, level ${options.level}, seed ${settings.seed}`,
  );
  say(`State: ${target.driver}. Needed at least: ${needsText(cases, catalogue)}.`);
  const ids = Object.values(target.ids).flat();
  if (target.restore) say(`The cases may change and use up: ${ids.join(', ')}.`);
}

/**
 * Runs the cases.
 *
 * @throws UsageError when the options do not go together
 */
export async function runContract(
  options: ContractOptions,
  cases: readonly ContractCase[],
): Promise<RunReport> {
  const started = performance.now();
  const target = await chooseTarget(
    options,
    cases,
    catalogue,
    variablesOf(options).variables['region'] ?? '',
  );
  const settings = settingsOf(options, target);
  announce(options, target, settings, cases);
  try {
    const junit = options.report.filter((file) => file.endsWith('.xml'));
    // Loaded late: help and wrong usage need no test runner.
    const { startRun } = await import('./start-run.ts');
    const result = await startRun({
      settings,
      onCase: progress(cases.length),
      reporters: junit.map((file) => ['junit', { outputFile: resolve(file) }]),
      ...(options.shard === undefined ? {} : { shard: options.shard }),
    });
    await putBack(settings, result);
    return {
      title: catalogue.title,
      version: catalogue.version,
      endpoint: target.endpoint,
      level: options.level,
      seed: settings.seed,
      driver: target.driver,
      milliseconds: Math.round(performance.now() - started),
      records: result.records,
      errors: result.interrupted ? [...result.errors, INTERRUPTED] : result.errors,
      coverage: coverageOf(catalogue, result.records),
    };
  } finally {
    await target.close();
  }
}
