import { tooLarge } from './check-support.ts';
import type { Accept, Check, Finding, Is } from './check.ts';
import type { OperationFacts } from './facts.ts';
import { readQuery } from './from-query.ts';
import type { IssueCode } from './issue.ts';
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
    const found: Finding[] = [];
    let copy: unknown;
    try {
      copy = check(value, found, true);
    } catch (error) {
      found.splice(0, Infinity, [[], error === tooLarge ? 'size' : 'unreadable']);
    }
    const findings =
      before.length === 0 ? found : [...before, ...found.filter((finding) => !isExplained(finding, before))];
    // A getter may answer rightly the second time. The copy holds what was checked, so it is valid.
    if (findings.length === 0) return { ok: true, value: copy as T };
    return { ok: false, issues: issuesOf(joinMisspelt(findings), facts) };
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

/** The first issues. A loop, since most requests have one or two and arrays of arrays would take longer than the check. */
function issuesOf(findings: readonly Finding[], facts: OperationFacts): readonly RequestIssue[] {
  const issues: RequestIssue[] = [];
  for (const finding of findings)
    if (issues.length < issueLimit) issues.push(new RequestIssue(facts, finding));
  return issues;
}

/** A missing name and an undeclared one that is nearly the same are one mistake. */
function joinMisspelt(findings: readonly Finding[]): readonly Finding[] {
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
