import type { Is } from './check.ts';
import type { OperationFacts } from './facts.ts';
import { createFromQuery, type QueryFacts } from './from-query.ts';
import { ValidationError } from './validation-error.ts';
import type { Validate, Validator } from './validator.ts';

/** Puts together what an operation's validator offers. */
export function createValidator<T>(
  name: string,
  is: Is,
  validate: Validate<T>,
  facts: OperationFacts,
  query: QueryFacts = {},
): Validator<T> {
  return {
    is: is as Validator<T>['is'],
    assert(value) {
      const { issues } = validate(value);
      if (issues) throw new ValidationError(name, issues);
    },
    validate,
    fromQuery: createFromQuery(validate, facts, query),
    '~standard': { version: 1, vendor: 'swas', validate },
  };
}
