/** The summary for a terminal: results, coverage, and failures by rule. */
import type { Catalogue } from '../contract-case.ts';
import { failureText } from '../run/failure-text.ts';
import type { CaseRecord } from '../run/record.ts';
import { countCalls, countResults, type RunReport } from './run-report.ts';

const plural = (kind: string): string => (kind === 'status' ? 'statuses' : `${kind}s`);

function coverageLine({ coverage }: RunReport): string {
  const counts = coverage.counts.map(({ kind, exercised, total }) => `${plural(kind)} ${exercised}/${total}`);
  const beyond = Object.keys(coverage.unreachable).length;
  return `Exercised: ${counts.join(', ')} (${beyond} cannot be provoked from outside).`;
}

/** Skipped cases, once for each reason. */
function skippedLines(records: readonly CaseRecord[]): readonly string[] {
  const byReason = new Map<string, CaseRecord[]>();
  for (const record of records) {
    if (record.result !== 'skipped') continue;
    const reason = record.reason ?? '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), record]);
  }
  return [...byReason].flatMap(([reason, cases]) => [
    `Skipped, because ${reason}:`,
    ...cases.map(({ id }) => `  ${id}`),
  ]);
}

const isUnanswered = ({ failure }: CaseRecord): boolean =>
  failure?.problems.every(({ aspect }) => aspect === 'no-answer') === true;

/** One line instead of a puzzle when nothing listens there. */
function unansweredLine(failed: readonly CaseRecord[], endpoint: string): readonly string[] {
  return failed.length > 0 && failed.every(isUnanswered)
    ? [`No call was answered: is ${endpoint} the right endpoint?`]
    : [];
}

/** The whole summary. */
export function summaryText(report: RunReport, catalogue: Catalogue): string {
  const { records, errors, endpoint, milliseconds } = report;
  const failed = records.filter(({ result }) => result === 'failed');
  const rules = new Map<string, CaseRecord[]>();
  for (const record of failed) rules.set(record.rule.id, [...(rules.get(record.rule.id) ?? []), record]);
  const { passed, skipped } = countResults(records);
  return [
    ...[...rules.values()].flatMap((cases) => [
      '',
      ...cases.map((record) => failureText(record, endpoint, catalogue)),
    ]),
    ...skippedLines(records),
    ...unansweredLine(failed, endpoint),
    ...errors.map((text) => `The run itself failed: ${text}`),
    '',
    coverageLine(report),
    ...(rules.size === 0 ? [] : [`Broken rules: ${[...rules.keys()].join(', ')}.`]),
    `${passed} passed, ${failed.length} failed, ${skipped} skipped; ${countCalls(records)} calls in ${(milliseconds / 1000).toFixed(1)} s.`,
  ].join('\n');
}
