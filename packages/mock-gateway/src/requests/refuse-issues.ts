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

/**
 * Required parameters that came empty. To the gateway that is as good as missing, whatever the schema says, except where
 * a code is documented for wrong values: empty is one of those.
 */
export function emptyParameters(
  operation: CatalogueOperation,
  parameters: Parameters,
): readonly RequestIssue[] {
  const issues: RequestIssue[] = [];
  for (const { name, required, invalidCode } of operation.parameters) {
    if (required && invalidCode === undefined && parameters[name] === '') {
      issues.push({ parameter: name, keyword: 'required' });
    }
  }
  return issues;
}

function isMissing(operation: CatalogueOperation, issue: RequestIssue, parameters: Parameters): boolean {
  const parameter = operation.parameters.find(({ name }) => name === issue.parameter);
  if (parameter === undefined || !parameter.required || issue.keyword !== 'required') return false;
  // A flattened parameter never stands under its own name; a missing member of its value is `required` too.
  return parameter.serialization === 'flat' || !parameters[issue.parameter];
}
