import { codePoints } from './check-support.ts';
import type { Findings } from './check.ts';
import type { OperationFacts } from './facts.ts';
import type { Issue, IssueCode } from './issue.ts';
import { RequestIssue } from './request-issue.ts';
import { suggest } from './suggest.ts';

/** At most so many issues are reported. */
const issueLimit = 32;

/** The issues of one request. */
export class Report implements Findings {
  length = 0;
  readonly issues: RequestIssue[] = [];
  private readonly facts: OperationFacts;

  constructor(facts: OperationFacts) {
    this.facts = facts;
  }

  /** Writes down a broken rule. What is found beyond the limit is only counted. */
  add(path: Issue['path'], code: IssueCode, limit?: unknown, value?: unknown): void {
    if (this.length < issueLimit)
      this.issues[this.length] = new RequestIssue(this.facts, path, code, limit, measure(code, value));
    this.length += 1;
  }

  /** The issues, of which those that have the same cause are told once. */
  finish(): readonly Issue[] {
    const { issues } = this;
    // What a union took back. Setting the length costs as much as an issue, even to what it is.
    if (issues.length > this.length) issues.length = this.length;
    const told: RequestIssue[] = [];
    for (const missing of issues) {
      if (missing.code !== 'required') continue;
      for (const other of issues) {
        // A parameter that could not be decoded is not missing.
        if (other.code === 'json' && other.pointer === missing.pointer) told.push(missing);
        if (missing.actual === undefined && !told.includes(other) && isMisspelling(other, missing)) {
          missing.actual = other.path.at(-1);
          told.push(other);
        }
      }
    }
    return told.length === 0 ? issues : issues.filter((issue) => !told.includes(issue));
  }
}

/** Whether an undeclared name stands where a name is missing that is nearly the same. */
function isMisspelling({ code, path }: RequestIssue, missing: RequestIssue): boolean {
  return (
    code === 'additionalProperties' &&
    String(path.slice(0, -1)) === String(missing.path.slice(0, -1)) &&
    suggest(path.at(-1), [missing.path.at(-1)]) !== undefined
  );
}

/** What a rule compares: a type, a length, a count or the value. Nothing of the request itself is kept but scalars. */
function measure(code: IssueCode, value: unknown): unknown {
  if (code === 'type') return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (typeof value === 'string') return code.endsWith('Length') ? codePoints(value) : value;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : value;
}
