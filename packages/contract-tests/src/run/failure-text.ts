/** A failed case in words: what was sent, what was expected, what came, and where that is documented. */
import type { CaseSource, Catalogue, Expectation } from '../contract-case.ts';
import type { CaseRecord, Exchange } from './record.ts';
import { clientText, commandText } from './reproduce.ts';

/** The place that documents a rule, in one line. */
export const sourceText = (source: CaseSource | undefined): string =>
  source === undefined
    ? 'common to all answers'
    : `${[source.title, source.section, source.row].filter((part) => part !== undefined).join(' › ')} (${source.url})`;

/** What was expected, in words. */
export function expectationText(expected: Expectation): string {
  if (expected.kind === 'any') return 'any well-formed answer with a status below 500';
  if (expected.kind === 'refusal') return 'a refusal: status 400 to 499 with RequestId, Code and Message';
  const code = expected.code === undefined ? '' : ` with Code ${expected.code}`;
  return `status ${expected.status}${code}`;
}

/** An answer in one line. */
export function answerText({ status, body }: Exchange): string {
  return status === undefined
    ? 'no answer'
    : `${status} ${(body ?? '').replaceAll(/\s+/gu, ' ').slice(0, 300)}`;
}

/** Whether all that went wrong is wrong with any answer, so that the case's own rule is not to blame. */
export const isCommon = ({ failure }: CaseRecord): boolean =>
  failure?.problems.every(({ common }) => common === true) === true;

/** Everything about a failed case. */
export function failureText(record: CaseRecord, endpoint: string, catalogue: Catalogue): string {
  const { failure, exchanges, rule } = record;
  if (failure === undefined) return '';
  const came = exchanges[failure.exchange];
  const client = came && clientText(came, catalogue);
  const common = isCommon(record);
  return [
    common
      ? `${record.id}: no well-formed answer came, whatever this case examines`
      : `${record.id}: ${rule.text}`,
    `  step      ${failure.description}`,
    `  expected  ${expectationText(failure.expected)}`,
    `  came      ${came === undefined ? 'nothing' : answerText(came)}`,
    ...failure.problems.map(({ text }) => `  wrong     ${text}`),
    ...(failure.flaky ? ['  flaky     a repetition of the case succeeded: the answers vary'] : []),
    `  source    ${sourceText(common ? undefined : rule.source)}`,
    ...(client === undefined ? [] : [`  client    ${client}`]),
    '  calls     (with --curl and `| curl --config -`, as curl)',
    ...exchanges.slice(0, failure.exchange + 1).map((exchange) => `    ${commandText(exchange, endpoint)}`),
  ].join('\n');
}
