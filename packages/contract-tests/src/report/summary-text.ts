/** The summary for a terminal: results, coverage, and failures by rule. */
import type { Catalogue } from '../contract-case.ts';
import { failureText } from '../run/failure-text.ts';
import type { CaseRecord } from '../run/record.ts';
import { brokenRules, type BrokenRule } from './broken-rules.ts';
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

const isUnanswered = ({ exchanges }: CaseRecord): boolean =>
  exchanges.every(({ status }) => status === undefined);

/** One line instead of a puzzle when nothing listens there. */
function unansweredLine(
  failed: readonly CaseRecord[],
  records: readonly CaseRecord[],
  endpoint: string,
): readonly string[] {
  return failed.length > 0 && records.every(isUnanswered)
    ? [`No call was answered: is ${endpoint} the right endpoint?`]
    : [];
}

/** Failures of one kind that are told in full; the others are only named. */
const MOST_TOLD = 3;

const furtherLines = (id: string, records: readonly CaseRecord[]): readonly string[] =>
  records.length === 0
    ? []
    : [
        `and ${records.length} more (${id}), told in full by --report:`,
        ...records.map((one) => `  ${one.id}`),
      ];

const listLine = (title: string, rules: readonly BrokenRule[]): readonly string[] =>
  rules.length === 0 ? [] : [`${title}: ${rules.map(({ id }) => id).join(', ')}.`];

/** The whole summary. */
export function summaryText(report: RunReport, catalogue: Catalogue): string {
  const { records, errors, endpoint, milliseconds } = report;
  const failed = records.filter(({ result }) => result === 'failed');
  const rules = brokenRules(failed);
  const { passed, skipped } = countResults(records);
  return [
    ...rules.flatMap(({ id, records: cases }) => [
      '',
      ...cases.slice(0, MOST_TOLD).map((record) => failureText(record, endpoint, catalogue)),
      ...furtherLines(id, cases.slice(MOST_TOLD)),
    ]),
    ...skippedLines(records),
    ...unansweredLine(failed, records, endpoint),
    ...errors.map((text) => `The run itself failed: ${text}`),
    '',
    coverageLine(report),
    ...listLine(
      'Broken rules',
      rules.filter(({ varies }) => !varies),
    ),
    ...listLine(
      'Answers that vary',
      rules.filter(({ varies }) => varies),
    ),
    `${passed} passed, ${failed.length} failed, ${skipped} skipped; ${countCalls(records)} calls in ${(milliseconds / 1000).toFixed(1)} s.`,
  ].join('\n');
}
