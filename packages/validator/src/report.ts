import type { Findings, Place } from './check.ts';
import type { OperationFacts } from './facts.ts';
import type { Issue, IssueCode } from './issue.ts';
import { requestIssueClass, type RequestIssue } from './request-issue.ts';

/** The issues of one request, at most 32; what else is found is only counted. */
export class Report implements Findings {
  declare length: number;
  declare issues: (RequestIssue | undefined)[] | undefined;
  declare private readonly facts: OperationFacts;

  constructor(facts: OperationFacts) {
    this.length = 0;
    this.issues = undefined;
    this.facts = facts;
  }

  add(place: Place, code: IssueCode, limit?: unknown, actual?: unknown, index?: number): void {
    if (this.length < 32) {
      // Most requests are right, and few have more than four mistakes. A list that grows takes room for seventeen.
      (this.issues ??= [undefined, undefined, undefined, undefined])[this.length] = new (requestIssueClass())(
        this.facts,
        place,
        code,
        limit,
        actual,
        index,
      );
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

/** The issues of a report that has some; a name that is missing and its misspelling are told once. */
export function issuesOf({ issues, length }: Report): readonly Issue[] {
  // Beyond `length` may lie what a union took back, and room for more. Cut by hand, since `slice` takes twice the time.
  // oxlint-disable-next-line no-new-array -- the only way that takes no more room than needed.
  let kept = length < issues!.length ? new Array<RequestIssue>(length) : (issues as RequestIssue[]);
  let missed: RequestIssue[] | undefined;
  for (let index = 0; index < kept.length; index += 1) {
    kept[index] = issues![index]!;
    if (kept[index]!.code === 'required') (missed ??= []).push(kept[index]!);
  }
  for (const missing of missed ?? []) {
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
