/** The command `swas-contract`. */
import { TransportError } from '@swas/runtime';
import { CommanderError } from 'commander';
import { catalogue } from '../generated/catalogue.ts';
import { dryRunText } from '../report/dry-run-text.ts';
import { isBroken } from '../report/run-report.ts';
import { summaryText } from '../report/summary-text.ts';
import { writeReport } from '../report/write-report.ts';
import { contractCommand, type ContractOptions } from './options.ts';
import { mergeCommand } from './merge-command.ts';
import { INTERRUPTED, runContract, say } from './run-contract.ts';
import { chosenCases } from './run-settings.ts';
import { sendCommand } from './send-command.ts';
import { isUsageError } from './usage-error.ts';

/** Exit code of a process that Ctrl-C ended, as shells count. */
const EXIT_INTERRUPTED = 130;

async function contract(options: ContractOptions): Promise<number> {
  const cases = chosenCases(options);
  if (options.dryRun === true) {
    say(dryRunText(cases, catalogue));
    return 0;
  }
  const report = await runContract(options, cases);
  // vitest has written the JUnit files.
  for (const file of options.report) if (!file.endsWith('.xml')) writeReport(file, report, catalogue);
  say(summaryText(report, catalogue));
  for (const file of options.report) say(`Report: ${file}`);
  if (report.errors.includes(INTERRUPTED)) return EXIT_INTERRUPTED;
  return isBroken(report) ? 1 : 0;
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
  const done = (code: number): void => void (exitCode = code);
  // Theirs are no settings by themselves: a wrong use of them would end the process with 1, as a failed case does.
  for (const sub of [sendCommand(catalogue, done), mergeCommand(catalogue, done)])
    command.addCommand(sub.copyInheritedSettings(command));
  try {
    await command.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof TransportError) {
      process.stderr.write(`No complete answer: ${error.message}\n`);
      return 1;
    }
    if (!isUsageError(error)) throw error;
    process.stderr.write(`${error.message}\nRun with --help to see the options.\n`);
    return 2;
  }
}
