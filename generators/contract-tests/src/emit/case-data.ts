/** Cases as plain data. */
import type { CaseStep, ContractCase, Query } from '../contract-case.ts';
import { toEmittedText } from '../values/template-text.ts';

/** The texts of a query, as they are emitted. */
export const queryData = (query: Query): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).map(([name, template]) => [name, toEmittedText(template)]));

/** Steps follow each other in time, so they are read from top to bottom: what is sent, then what is expected. */
const stepData = ({ id, description, action, query, expect, phase }: CaseStep): object => ({
  id,
  description,
  action,
  query: queryData(query),
  expect,
  phase,
});

/** A case, to be printed. */
export function caseData(contractCase: ContractCase): object {
  const { id, title, rule, effect, inputs, steps, after, covers } = contractCase;
  return { id, title, rule, effect, inputs, steps: steps.map(stepData), after, covers };
}
