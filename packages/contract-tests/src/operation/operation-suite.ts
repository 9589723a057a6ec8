/** All cases of an operation: that its valid request succeeds, its parameters' limits, and what the generator adds. */
import type { ContractCase, Suite } from '../contract-case.ts';
import { UNKNOWN } from '../state/pool.ts';
import { caseOf, ruleOf } from './case-of.ts';
import { limitCases, requestWith, sourceOf } from './limit-cases.ts';
import type { TestedOperation, TestedParameter } from './tested-operation.ts';

/** The suite of an operation, and the operation for whoever makes more of it. */
export interface OperationSuite extends Suite {
  readonly operation: TestedOperation;
}

/** A valid request succeeds with a body of the documented form. */
function plainCase(operation: TestedOperation): ContractCase {
  const { name, request, status, target, source } = operation;
  return caseOf(operation, {
    rule: ruleOf(`${name}.valid`, `a valid ${name} succeeds`, source),
    suffix: 'accepted',
    title: 'the examples are accepted',
    steps: [
      { description: 'The request of the examples.', query: request, expect: { kind: 'answer', status } },
    ],
    after: target?.after,
  });
}

/** An optional parameter without limits is accepted. What it does to a resource is not known. */
function optionalCase(operation: TestedOperation, parameter: TestedParameter): ContractCase {
  const { status } = operation;
  const id = `${operation.name}.${parameter.name}`;
  return caseOf(operation, {
    rule: ruleOf(`${id}.optional`, `${parameter.name} may be given`, sourceOf(operation, parameter.source)),
    suffix: 'accepted',
    title: 'its example is accepted',
    steps: [
      {
        description: `${parameter.name} is given.`,
        query: requestWith(operation, parameter, parameter.optional),
        expect: { kind: 'answer', status },
      },
    ],
    after: UNKNOWN,
    covers: [`parameter:${id}`],
  });
}

/** Makes the suite of an operation. */
export function operationSuite(operation: TestedOperation): OperationSuite {
  const { parameters, target } = operation;
  const cases = [
    ...(target?.told === true ? [] : [plainCase(operation)]),
    ...parameters
      .filter(({ optional }) => optional !== undefined)
      .map((parameter) => optionalCase(operation, parameter)),
    ...parameters.flatMap((parameter) =>
      parameter.limits.flatMap((limit) => limitCases(operation, parameter, limit)),
    ),
    ...(operation.cases ?? []),
  ];
  return { title: operation.name, file: `${operation.fileName}.contract`, cases, operation };
}
