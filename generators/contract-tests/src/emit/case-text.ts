/** Cases as TypeScript text. */
import { dataText } from '@swas/generator-kit';
import type { JsonValue } from '@swas/generator-model';
import type { CaseStep, ContractCase, Query } from '../contract-case.ts';
import { toEmittedText } from '../values/template-text.ts';

const queryData = (query: Query): JsonValue =>
  Object.fromEntries(Object.entries(query).map(([name, template]) => [name, toEmittedText(template)]));

/** Steps follow each other in time, so they are read from top to bottom: what is sent, then what is expected. */
function stepData({ id, description, action, query, expect, phase, tamper }: CaseStep): JsonValue {
  const data = { id, description, action, query: queryData(query), expect, phase };
  return { ...data, ...(tamper === undefined ? {} : { tamper }) } as unknown as JsonValue;
}

/** The object literal of a case. */
export function caseText(contractCase: ContractCase): string {
  const { id, title, rule, effect, inputs, steps, after, covers } = contractCase;
  const data = { id, title, rule, effect, inputs, steps: steps.map(stepData), after, covers };
  return dataText(data as unknown as JsonValue);
}
