import { tooLarge } from './check-support.ts';
import type { Check, Is } from './check.ts';
import type { OperationFacts } from './facts.ts';
import { readQuery } from './from-query.ts';
import { Report } from './report.ts';
import { ValidationError } from './validation-error.ts';
import type { Result, Validator } from './validator.ts';

/** Makes the validator of an operation from its compiled check and its facts. */
export function createValidator<T>(is: Is, check: Check, facts: OperationFacts): Validator<T> {
  const run = (value: unknown, keep: boolean, out: Report): Result<T> => {
    try {
      const copy = check(value, keep, out);
      if (out.length === 0) return { ok: true, value: copy as T };
    } catch (error) {
      out.length = 0;
      out.add([], error === tooLarge ? 'size' : 'unreadable');
    }
    return { ok: false, issues: out.finish() };
  };
  const validate = (value: unknown): Result<T> => run(value, true, new Report(facts));
  return {
    is: is as Validator<T>['is'],
    assert(value) {
      const { issues } = run(value, false, new Report(facts));
      if (issues) throw new ValidationError(facts.name, issues);
    },
    validate,
    fromQuery(query, options) {
      const out = new Report(facts);
      return run(readQuery(facts, query, options, out), true, out);
    },
    '~standard': { version: 1, vendor: 'swas', validate },
  };
}
