import type { LastRun } from './last-run.ts';

/** How the cases of a statement ended: the worst of them; `none` when there is no case, `open` when none has run. */
export type Outcome = 'failed' | 'passed' | 'skipped' | 'open' | 'none';

/** The outcome of some cases in the last run. */
export function outcomeOf(cases: readonly string[], lastRun: LastRun | undefined): Outcome {
  if (cases.length === 0) return 'none';
  const results = new Set(cases.map((id) => lastRun?.results.get(id)));
  if (results.has('failed')) return 'failed';
  if (results.has('passed')) return 'passed';
  return results.has('skipped') ? 'skipped' : 'open';
}

/** What a reader is told. */
export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  failed: 'failed',
  passed: 'passed',
  skipped: 'skipped',
  open: 'not run yet',
  none: 'no case',
};
