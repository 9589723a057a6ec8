import type { Findings } from './check.ts';
import type { OperationFacts } from './facts.ts';
import type { Issue } from './issue.ts';
import { RequestIssue } from './request-issue.ts';

/** The issues of one request. */
export interface Report extends Findings {
  readonly issues: RequestIssue[];
}

/** Starts a report of at most 32 issues; what else is found is only counted. */
export function createReport(facts: OperationFacts): Report {
  const issues: RequestIssue[] = [];
  const out: Report = {
    length: 0,
    issues,
    add(path, code, limit, value) {
      if (out.length < 32) issues[out.length] = new RequestIssue(facts, path, code, limit, value);
      out.length += 1;
    },
  };
  return out;
}

/** Replaces what was found by the one issue that the request cannot be read, unless it was the report that was thrown. */
export function stop(out: Report, error: unknown): void {
  if (error === out) return;
  out.length = 0;
  out.add([], 'unreadable', 'readable');
}

/** The issues; a name that is missing and its misspelling are told once. */
export function issuesOf({ issues, length }: Report): readonly Issue[] {
  // Beyond `length` lies what a union took back.
  let kept = issues.slice(0, length);
  for (const missing of kept) {
    if (missing.code !== 'required') continue;
    // An undeclared name that is nearly the same stands where the name is missing.
    const misspelt = kept.find(
      (other) =>
        other.code === 'additionalProperties' &&
        String([...other.path.slice(0, -1), other.suggestion]) === String(missing.path),
    );
    missing.actual = misspelt?.path.at(-1);
    kept = kept.filter((issue) => issue !== misspelt);
  }
  return kept;
}
