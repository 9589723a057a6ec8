import type { Check } from './check.ts';
import type { OperationFacts } from './facts.ts';
import { issuesOf, Report, stop } from './report.ts';
import type { Validate } from './validator.ts';

/** Makes the function that validates an operation's requests from its compiled check and its facts. */
export function createValidate<T>(check: Check, facts: OperationFacts): Validate<T> {
  const validate: Validate<T> = (value) => {
    const out = new Report(facts);
    let copy: unknown;
    try {
      copy = check(value, out);
    } catch (error) {
      stop(out, error);
    }
    return out.length === 0 ? { ok: true, value: copy as T } : { ok: false, issues: issuesOf(out) };
  };
  return validate;
}
