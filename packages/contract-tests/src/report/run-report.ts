/** Everything that a report tells. No credentials are in it. */
import type { Level } from '../contract-case.ts';
import type { CaseRecord } from '../run/record.ts';
import type { Coverage } from './coverage.ts';

export interface RunReport {
  readonly title: string;
  readonly version: string;
  readonly endpoint: string;
  readonly level: Level;
  readonly seed: number;
  /** How states were brought about, in words. */
  readonly driver: string;
  readonly milliseconds: number;
  readonly records: readonly CaseRecord[];
  /** What vitest itself could not do. */
  readonly errors: readonly string[];
  readonly coverage: Coverage;
}

/** Whether the run must not count as passed; a case that could not be prepared hides what it would have found. */
export const isBroken = ({ records, errors }: RunReport): boolean =>
  errors.length > 0 || records.some(({ result, blocked }) => result === 'failed' || blocked === true);

/** How many cases ended in which way. */
export function countResults(records: readonly CaseRecord[]): Record<CaseRecord['result'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { result } of records) counts[result] += 1;
  return counts;
}

/** Calls made, those that prepare and restore included. */
export const countCalls = (records: readonly CaseRecord[]): number =>
  records.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
