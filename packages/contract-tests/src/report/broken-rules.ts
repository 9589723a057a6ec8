/** Failed cases by what they show to be broken: their rule, or what holds for every answer. */
import { isCommon } from '../run/failure-text.ts';
import type { CaseRecord } from '../run/record.ts';

/** A broken rule and the failed cases that show it. */
export interface BrokenRule {
  /** Id of the rule, or `every answer: ` and what was wrong. */
  readonly id: string;
  readonly text: string;
  /** In the order in which they ran. */
  readonly records: readonly CaseRecord[];
  /** True when a repetition of each of the cases succeeded. */
  readonly varies: boolean;
}

/** What a failure is filed under. */
function nameOf(record: CaseRecord): Pick<BrokenRule, 'id' | 'text'> {
  const { rule, failure } = record;
  if (!isCommon(record)) return rule;
  const [first] = failure?.problems ?? [];
  const id = `every answer: ${first?.aspect ?? ''}`;
  return { id, text: `${id}: ${first?.text ?? ''}` };
}

/** The broken rules, each once, in the order in which they showed. */
export function brokenRules(records: readonly CaseRecord[]): readonly BrokenRule[] {
  const rules = new Map<string, BrokenRule>();
  for (const record of records) {
    if (record.result !== 'failed') continue;
    const { id, text } = nameOf(record);
    const known = rules.get(id);
    const varies = record.failure?.flaky === true && known?.varies !== false;
    rules.set(id, { id, text, varies, records: [...(known?.records ?? []), record] });
  }
  return [...rules.values()];
}
