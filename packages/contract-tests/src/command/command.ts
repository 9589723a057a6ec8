/** The command `swas-contract`. */
import { CommanderError } from 'commander';
import { resolve } from 'node:path';
import { LEVELS, type ContractCase } from '../contract-case.ts';
import { catalogue } from '../generated/catalogue.ts';
import { suites } from '../generated/suites.ts';
import { coverageOf } from '../report/coverage.ts';
import { dryRunText } from '../report/dry-run-text.ts';
import type { RunReport } from '../report/run-report.ts';
import { summaryText } from '../report/summary-text.ts';
import { writeReport } from '../report/write-report.ts';
import type { CaseRecord } from '../run/record.ts';
import { restoreAll } from '../run/restore.ts';
import { Session } from '../run/session.ts';
import type { RunSettings } from '../run/settings.ts';
import { needsOf } from '../state/needs.ts';
import { contractCommand, type ContractOptions } from './options.ts';
import { sendCommand } from './send-command.ts';
import { startRun, type RunResult } from './start-run.ts';
import { chooseTarget, type Target } from './target.ts';
import { UsageError } from './usage-error.ts';

const chosenCases = ({ level }: ContractOptions): readonly ContractCase[] =>
  suites
    .flatMap(({ cases }) => cases)
    .filter(({ rule }) => LEVELS.indexOf(rule.level) <= LEVELS.indexOf(level));

/** The run's own value of each server variable, and one that differs from it. */
function variablesOf(options: ContractOptions): Pick<RunSettings, 'variables' | 'others'> {
  const entries = Object.entries(catalogue.variables);
  const variables = Object.fromEntries(
    entries.map(([name, { default: preset }]) => [
      name,
      name === 'region' ? (options.region ?? preset) : preset,
    ]),
  );
  const others = Object.fromEntries(
    entries.map(([name, { values }]) => [
      name,
      values.find((value) => value !== variables[name]) ?? `other-${variables[name]}`,
    ]),
  );
  return { variables, others };
}

function settingsOf(options: ContractOptions, target: Target): RunSettings {
  const { endpoint, credentials, ids, spare, restore } = target;
  return {
    ...variablesOf(options),
    endpoint,
    credentials,
    ids,
    spare,
    restore,
    level: options.level,
    interval: options.rate === undefined ? 0 : 60_000 / options.rate,
    seed: options.seed ?? Math.floor(Math.random() * 1e9),
    timeout: options.timeout,
  };
}

/** Said when the run was stopped with Ctrl-C. */
const INTERRUPTED = 'it was interrupted';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Shows how far the run is where somebody is looking. */
function progress(total: number): (record: CaseRecord) => void {
  let done = 0;
  return ({ result, id }) => {
    done += 1;
    if (process.stdout.isTTY)
      process.stdout.write(`\r\u001B[K${done}/${total} ${result === 'failed' ? '✗' : '✓'} ${id}`);
    if (process.stdout.isTTY && done === total) process.stdout.write('\r\u001B[K');
  };
}

/** Leaves every resource that was not deleted as it was given, also after an interruption. */
async function putBack(settings: RunSettings, { states }: RunResult): Promise<void> {
  if (!settings.restore) return;
  const failed = await restoreAll(new Session(catalogue, settings), states);
  say(
    failed.length === 0
      ? 'Everything that still exists is back in its first state.'
      : `These could not be put back: ${failed.join(', ')}.`,
  );
}

async function run(options: ContractOptions, cases: readonly ContractCase[]): Promise<RunReport> {
  const started = performance.now();
  const { variables } = variablesOf(options);
  const target = await chooseTarget(options, cases, catalogue, variables['region'] ?? '');
  const settings = settingsOf(options, target);
  say(
    `${catalogue.title} ${catalogue.version}: ${cases.length} cases at ${target.endpoint}, level ${options.level}, seed ${settings.seed}`,
  );
  say(
    `State: ${target.driver}. Needed at least: ${
      Object.entries(needsOf(cases, catalogue))
        .map(([name, amount]) => `${amount} ${name}`)
        .join(', ') || 'nothing'
    }.`,
  );
  try {
    if (target.restore)
      say(`The cases may change and use up: ${Object.values(target.ids).flat().join(', ')}.`);
    const result = await startRun({
      settings,
      onCase: progress(cases.length),
      reporters: options.report
        .filter((file) => file.endsWith('.xml'))
        .map((outputFile) => ['junit', { outputFile: resolve(outputFile) }]),
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

async function contract(options: ContractOptions): Promise<number> {
  const cases = chosenCases(options);
  if (options.dryRun === true) {
    say(dryRunText(cases, catalogue));
    return 0;
  }
  const report = await run(options, cases);
  for (const file of options.report) {
    if (!file.endsWith('.xml')) writeReport(file, report);
  }
  say(summaryText(report));
  for (const file of options.report) say(`Report: ${file}`);
  if (report.errors.includes(INTERRUPTED)) return 130;
  const broken = report.records.some(({ result, blocked }) => result === 'failed' || blocked === true);
  return broken || report.errors.length > 0 ? 1 : 0;
}

/**
 * Runs the command.
 *
 * @returns the exit code: 0 when every case passed, 1 when one failed, 2 for a wrong use.
 */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const command = contractCommand().action(async (options: ContractOptions) => {
    exitCode = await contract(options);
  });
  command.addCommand(sendCommand(catalogue, (code) => (exitCode = code)));
  try {
    await command.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nRun with --help to see the options.\n`);
    return 2;
  }
}
