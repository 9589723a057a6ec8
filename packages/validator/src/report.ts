import type { Findings, Place } from './check.ts';
import type { OperationFacts } from './facts.ts';
import type { Issue, IssueCode } from './issue.ts';
import { RequestIssue } from './request-issue.ts';

/** The issues of one request, at most 32; what else is found is only counted. */
export class Report implements Findings {
  declare length: number;
  declare issues: RequestIssue[] | undefined;
  declare private readonly facts: OperationFacts;

  constructor(facts: OperationFacts) {
    this.length = 0;
    this.issues = undefined;
    this.facts = facts;
  }

  add(place: Place, code: IssueCode, limit?: unknown, actual?: unknown): void {
    if (this.length < 32) {
      const issue = new RequestIssue(this.facts, place, code, limit, actual);
      // Most requests are right, and a list that is made with its first item costs less than one that grows from none.
      if (this.issues === undefined) this.issues = [issue];
      else this.issues[this.length] = issue;
    }
    this.length += 1;
  }
}

/** Replaces what was found by the one issue that the request cannot be read, unless it was the report that was thrown. */
export function stop(out: Report, error: unknown): void {
  if (error === out) return;
  out.length = 0;
  out.add([], 'unreadable', 'readable');
}

/** The issues; a name that is missing and its misspelling are told once. */
export function issuesOf({ issues = [], length }: Report): readonly Issue[] {
  // Beyond `length` lies what a union took back.
  let kept = issues.length > length ? issues.slice(0, length) : issues;
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
