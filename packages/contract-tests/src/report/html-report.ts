/** One self-contained page: the matrix of rules, cases and results, and every call of the failed ones. */
import type { Catalogue } from '../contract-case.ts';
import { answerText, expectationText, sourceText } from '../run/failure-text.ts';
import type { CaseRecord, Exchange } from '../run/record.ts';
import { clientText, curlText } from '../run/reproduce.ts';
import { brokenRules } from './broken-rules.ts';
import { STYLE } from './html-style.ts';
import { countCalls, countResults, type RunReport } from './run-report.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text safe inside elements and quoted attributes: answers of a server are shown, never trusted. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

function sourceCell({ rule }: CaseRecord): string {
  const { source } = rule;
  if (source === undefined) return escapeHtml(sourceText(source));
  const place = [source.title, source.section, source.row].filter((part) => part !== undefined).join(' › ');
  return /^https?:\/\//u.test(source.url)
    ? `<a href="${escapeHtml(source.url)}" rel="noreferrer">${escapeHtml(place)}</a>`
    : escapeHtml(place);
}

/** What was sent, in the ways in which it can be repeated, and what came. */
const callText = (exchange: Exchange, endpoint: string, catalogue: Catalogue): string =>
  [curlText(exchange, endpoint), clientText(exchange, catalogue), answerText(exchange)]
    .filter((line) => line !== undefined)
    .join('\n');

function details(record: CaseRecord, endpoint: string, catalogue: Catalogue): string {
  const calls = record.exchanges.map(
    (exchange) =>
      `<li><b>${escapeHtml(exchange.phase)}</b> ${escapeHtml(exchange.description)}<pre>${escapeHtml(callText(exchange, endpoint, catalogue))}</pre></li>`,
  );
  const { failure, reason } = record;
  const problems = (failure?.problems ?? []).map(({ text }) => `<li class="wrong">${escapeHtml(text)}</li>`);
  const expected =
    failure === undefined ? '' : `<p>Expected ${escapeHtml(expectationText(failure.expected))}.</p>`;
  const said = reason === undefined ? '' : `<p>Skipped: ${escapeHtml(reason)}.</p>`;
  const flaky = failure?.flaky === true ? '<p>A repetition succeeded: the answers vary.</p>' : '';
  return `${said}${expected}${flaky}<ul>${problems.join('')}</ul><ol>${calls.join('')}</ol>`;
}

function caseRow(record: CaseRecord, endpoint: string, catalogue: Catalogue): string {
  const open = record.result === 'failed' ? ' open' : '';
  return `<tr id="${escapeHtml(encodeURIComponent(record.id))}" class="${record.result}"><td>${MARKS[record.result]} ${record.result}</td><td>${escapeHtml(record.rule.text)}</td><td><details${open}><summary>${escapeHtml(record.id)}</summary>${details(record, endpoint, catalogue)}</details></td><td>${record.rule.level}</td><td>${sourceCell(record)}</td></tr>`;
}

function suiteTable(
  suite: string,
  records: readonly CaseRecord[],
  endpoint: string,
  catalogue: Catalogue,
): string {
  const rows = records.map((record) => caseRow(record, endpoint, catalogue)).join('\n');
  return `<h2>${escapeHtml(suite)}</h2><table><thead><tr><th>Result</th><th>Rule</th><th>Case</th><th>Level</th><th>Documented</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** The broken rules, each once, for whoever does not want to look for them among the others. */
function brokenList(records: readonly CaseRecord[]): string {
  const items = brokenRules(records).map(({ text, varies, records: cases }) => {
    const link = `<a href="#${encodeURIComponent(cases[0]?.id ?? '')}">${escapeHtml(text)}</a>`;
    const count = cases.length === 1 ? '' : ` (${cases.length} cases)`;
    return `<li>${link}${count}${varies ? ': the answers vary' : ''}</li>`;
  });
  return items.length === 0 ? '' : `<h2>Broken rules</h2><ul class="wrong">${items.join('')}</ul>`;
}

/** The page. It loads nothing and runs no script. */
export function htmlReport(report: RunReport, catalogue: Catalogue): string {
  const { records, endpoint, title, version, coverage } = report;
  const { passed, failed, skipped } = countResults(records);
  const suites = [...new Set(records.map(({ suite }) => suite))];
  const tables = suites.map((suite) =>
    suiteTable(
      suite,
      records.filter((record) => record.suite === suite),
      endpoint,
      catalogue,
    ),
  );
  const counts = coverage.counts.map(
    ({ kind, exercised, total }) => `<li>${escapeHtml(kind)}: ${exercised} of ${total}</li>`,
  );
  const beyond = Object.entries(coverage.unreachable).map(
    ([item, reason]) => `<li>${escapeHtml(item)}: ${escapeHtml(reason)}</li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Contract of ${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<h1>Contract of ${escapeHtml(title)} ${escapeHtml(version)}</h1>
<p>${escapeHtml(endpoint)}, level ${report.level}, seed ${report.seed}. State: ${escapeHtml(report.driver)}.</p>
<p class="sum"><b class="passed">${passed} passed</b> <b class="failed">${failed} failed</b> <b class="skipped">${skipped} skipped</b>, ${countCalls(records)} calls in ${(report.milliseconds / 1000).toFixed(1)} s</p>
${brokenList(records)}
${tables.join('\n')}
<h2>Exercised</h2><ul>${counts.join('')}</ul><h2>Cannot be provoked from outside</h2><ul>${beyond.join('')}</ul>
</body></html>
`;
}
