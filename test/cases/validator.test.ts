import * as validators from '@swas/validator';
import { expect, test } from 'vitest';
import { casesFor, methodName, type Case } from './cases.ts';

interface Result {
  readonly ok: boolean;
  readonly issues?: readonly { readonly parameter: string | undefined; readonly code: string }[];
}

interface Validator {
  validate(request: unknown): Result;
  fromQuery(query: URLSearchParams): Result;
}

const all = validators as unknown as Readonly<Record<string, Validator>>;

function validatorOf({ operation }: Case): Validator {
  const found = all[methodName(operation)];
  if (found === undefined) throw new Error(`There is no validator for ${operation}.`);
  return found;
}

/** The verdict in the words of the cases. */
const verdict = ({ ok, issues }: Result) =>
  ok
    ? { valid: true }
    : { valid: false, issues: (issues ?? []).map(({ parameter, code }) => ({ parameter, code })) };

test.each(casesFor('validator'))('the validator judges %s as the cases say', (_id, one) => {
  expect(verdict(validatorOf(one).fromQuery(new URLSearchParams(one.query)))).toEqual(one.validation);
});

const stated = casesFor('validator').filter(([, { request }]) => request !== undefined);

test.each(stated)('the validator judges the request of %s as the cases say', (_id, one) => {
  expect(verdict(validatorOf(one).validate(one.request))).toEqual(one.validation);
});
