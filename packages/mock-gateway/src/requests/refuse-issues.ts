import type { CatalogueOperation } from '../catalogue.ts';
import type { Refusal } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import type { RequestIssue } from './check-request.ts';
import type { Parameters } from './collect.ts';

/**
 * The answer to an invalid request. One `Code` fits in an answer, so what is missing comes before what is wrong, and
 * both in the order of the spec.
 */
export function refuseIssues(
  operation: CatalogueOperation,
  issues: readonly RequestIssue[],
  parameters: Parameters,
  refusals: Refusals,
): Refusal {
  const order = operation.parameters.map(({ name }) => name);
  const sorted = issues.toSorted(
    (left, right) => order.indexOf(left.parameter) - order.indexOf(right.parameter),
  );
  const missing = sorted.find((issue) => isMissing(operation, issue, parameters));
  if (missing !== undefined) return refusals.gateway('missing-parameter', missing.parameter);
  return refuseParameter(operation, sorted[0]?.parameter ?? '', refusals);
}

/** The answer to a parameter with a wrong value: the documented one, else the common gateway's. */
export function refuseParameter(operation: CatalogueOperation, name: string, refusals: Refusals): Refusal {
  const code = operation.parameters.find((parameter) => parameter.name === name)?.invalidCode;
  return code === undefined
    ? refusals.gateway('invalid-parameter', name)
    : refusals.documented(operation, code);
}

/** Empty counts as missing, except where a code is documented for wrong values: empty is one of those. */
function isMissing(operation: CatalogueOperation, issue: RequestIssue, parameters: Parameters): boolean {
  const parameter = operation.parameters.find(({ name }) => name === issue.parameter);
  if (parameter === undefined || !parameter.required) return false;
  const text = parameters[issue.parameter];
  if (text === undefined && parameter.serialization !== 'flat') return true;
  return issue.keyword === 'required' || (text === '' && parameter.invalidCode === undefined);
}
