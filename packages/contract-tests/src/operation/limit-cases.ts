/** Cases on both sides of every limit of every parameter. */
import type { ContractCase, Expectation } from '../contract-case.ts';
import { caseOf, ruleOf, type CaseParts } from './case-of.ts';
import type {
  Limit,
  NearSource,
  Query,
  RuleSource,
  Sample,
  TestedOperation,
  TestedParameter,
} from './tested-operation.ts';

/** Coverage item and rule of a limit. */
export const limitId = (operation: TestedOperation, { name }: TestedParameter, limit: Limit): string =>
  `${operation.name}.${name}${limit.path ?? ''}.${limit.keyword}`;

/** A source in full; without one the operation's own. */
export function sourceOf(
  { source: own }: TestedOperation,
  near: NearSource | undefined,
): RuleSource | undefined {
  const page = near?.page ?? own;
  if (near === undefined || page === undefined) return own;
  const { title, url, level } = page;
  return { title, url, section: near.section, ...(near.row === undefined ? {} : { row: near.row }), level };
}

/** The valid request with other texts for one parameter, however they are spread over names. */
export function requestWith(
  { request }: TestedOperation,
  { name, wire }: TestedParameter,
  text: Sample[1],
): Query {
  const others = Object.entries(request).filter(
    ([key]) => key !== name && !(wire === 'flat' && key.startsWith(`${name}.`)),
  );
  const sent = text === undefined ? [] : typeof text === 'string' ? [[name, text]] : Object.entries(text);
  return Object.fromEntries([...others, ...sent]) as Query;
}

/** Every sample that breaks a limit is refused, and none had an effect. */
function wrongCase(
  operation: TestedOperation,
  parameter: TestedParameter,
  limit: Limit,
): Omit<CaseParts, 'rule'> {
  const refusal: Expectation = { kind: 'refusal' };
  // The documented code is for wrong values; nothing and an empty text are none.
  const expected = (text: Sample[1]): Expectation =>
    text === undefined || text === '' ? refusal : (parameter.refusal ?? refusal);
  const unreadable = (limit.unreadable ?? []).map(([label, text]) => ({ label, text, expect: refusal }));
  const wrong = (limit.wrong ?? []).map(([label, text]) => ({ label, text, expect: expected(text) }));
  return {
    suffix: 'refused',
    title: 'what breaks it is refused, without effect',
    steps: [...unreadable, ...wrong].map(({ label, text, expect }) => ({
      description: `${parameter.name}: ${label}.`,
      query: requestWith(operation, parameter, text),
      expect,
    })),
    proof: operation.target?.unchanged,
    covers: [
      `parameter:${operation.name}.${parameter.name}`,
      `constraint:${limitId(operation, parameter, limit)}`,
    ],
  };
}

/** A sample at the limit succeeds and takes effect. */
function rightCase(
  operation: TestedOperation,
  parameter: TestedParameter,
  limit: Limit,
  [label, text]: Sample,
): Omit<CaseParts, 'rule'> {
  return {
    suffix: `accepted ${label}`,
    title: `accepts ${label}`,
    steps: [
      {
        description: `${parameter.name}: ${label}.`,
        query: requestWith(operation, parameter, text),
        expect: { kind: 'answer', status: operation.status },
      },
    ],
    proof: operation.target?.changed,
    after: operation.target?.after,
    covers: [`constraint:${limitId(operation, parameter, limit)}`],
  };
}

/** The cases of one limit: one for all that it refuses, one for each text that it accepts. */
export function limitCases(
  operation: TestedOperation,
  parameter: TestedParameter,
  limit: Limit,
): readonly ContractCase[] {
  const subject = `${parameter.name}${limit.path ?? ''}`;
  const source = sourceOf(operation, parameter.source ?? limit.source);
  const rule = ruleOf(limitId(operation, parameter, limit), `${subject} ${limit.text}`, source);
  const refused = wrongCase(operation, parameter, limit);
  const parts = [
    ...(refused.steps.length === 0 ? [] : [refused]),
    ...(limit.right ?? []).map((sample) => rightCase(operation, parameter, limit, sample)),
  ];
  return parts.map((part) => caseOf(operation, { ...part, rule }));
}
