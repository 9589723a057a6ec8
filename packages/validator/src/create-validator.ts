import { tooLarge } from './check-support.ts';
import type { Accept, Check, Finding, Is } from './check.ts';
import type { OperationFacts } from './facts.ts';
import { readQuery } from './from-query.ts';
import type { Issue, IssueCode } from './issue.ts';
import { RequestIssue } from './request-issue.ts';
import { suggest } from './suggest.ts';
import { ValidationError } from './validation-error.ts';
import type { Result, Validator } from './validator.ts';

/** At most so many issues are reported. */
const issueLimit = 32;

/** Makes the validator of an operation from its compiled check in its three forms and its facts. */
export function createValidator<T>(
  is: Is,
  accept: Accept,
  check: Check,
  facts: OperationFacts,
): Validator<T> {
  const explain = (value: unknown, before: readonly Finding[]): Result<T> => {
    let found = findingsOf(check, value);
    if (before.length > 0) found = [...before, ...found.filter((finding) => !isExplained(finding, before))];
    // The request was refused, and is right now: a getter answers as it likes.
    if (found.length === 0) found.push([[], 'unreadable']);
    return { ok: false, issues: issuesOf(joinMisspelt(found), facts) };
  };
  const validate = (value: unknown): Result<T> => {
    try {
      const copy = accept(value, true);
      if (copy !== undefined) return { ok: true, value: copy as T };
    } catch {
      // Explained below.
    }
    return explain(value, []);
  };
  return {
    is: is as Validator<T>['is'],
    assert(value) {
      if (is(value)) return;
      const result = explain(value, []);
      if (!result.ok) throw new ValidationError(facts.name, result.issues);
    },
    validate,
    fromQuery(query, options) {
      const { request, findings } = readQuery(facts, query, options);
      return findings.length === 0 ? validate(request) : explain(request, findings);
    },
    '~standard': { version: 1, vendor: 'swas', validate },
  };
}

/** A parameter that could not be decoded is not missing. */
function isExplained([path, code]: Finding, before: readonly Finding[]): boolean {
  return code === 'required' && before.some((finding) => finding[0][0] === path[0]);
}

function findingsOf(check: Check, value: unknown): Finding[] {
  const found: Finding[] = [];
  try {
    check(value, found, false);
    return found;
  } catch (error) {
    return [[[], error === tooLarge ? 'size' : 'unreadable']];
  }
}

/** Puts an issue in the place of each of the first findings: a second list would take as long as the issues. */
function issuesOf(findings: Finding[], facts: OperationFacts): readonly Issue[] {
  if (findings.length > issueLimit) findings.length = issueLimit;
  const issues = findings as readonly (Finding | Issue)[] as (Finding | Issue)[];
  for (let index = 0; index < issues.length; index += 1)
    issues[index] = new RequestIssue(facts, issues[index] as Finding);
  return issues as Issue[];
}

/** A missing name and an undeclared one that is nearly the same are one mistake. */
function joinMisspelt(findings: Finding[]): Finding[] {
  if (!has(findings, 'additionalProperties') || !has(findings, 'required')) return findings;
  const unknown = new Set(findings.filter(([, code]) => code === 'additionalProperties'));
  const joined = new Set<Finding>();
  const result = findings.map((finding): Finding => {
    const [path, code, limit, value] = finding;
    const near = code === 'required' ? [...unknown].find(([place]) => isMisspelling(place, path)) : undefined;
    if (near === undefined) return finding;
    unknown.delete(near);
    joined.add(near);
    return [path, code, limit, value, String(near[0].at(-1))];
  });
  return result.filter((finding) => !joined.has(finding));
}

function has(findings: readonly Finding[], code: IssueCode): boolean {
  for (const finding of findings) if (finding[1] === code) return true;
  return false;
}

function isMisspelling(a: Finding[0], b: Finding[0]): boolean {
  return isSibling(a, b) && suggest(a.at(-1), [b.at(-1)]) !== undefined;
}

function isSibling(a: Finding[0], b: Finding[0]): boolean {
  return a.length === b.length && a.every((key, index) => index === a.length - 1 || key === b[index]);
}
