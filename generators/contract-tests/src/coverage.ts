/** What of the spec there is to exercise, listed independently of the cases. */
import type { ApiModel, Operation } from '@swas/generator-model';
import { baseRequest } from './cases/base-request.ts';
import { constraintsFor } from './cases/constraint-cases.ts';
import type { ContractCase } from './contract-case.ts';
import type { ApiKnowledge } from './knowledge/api-knowledge.ts';

/** What a case exercises: what its steps send and ask for, and the constraints and workflow steps that it names. */
export function coveredBy({ steps, covers }: ContractCase): readonly string[] {
  return [
    ...covers,
    ...steps.flatMap(({ action, query, expect }) => [
      `operation:${action}`,
      ...Object.keys(query).map((name) => `parameter:${action}.${name}`),
      ...(expect.kind === 'answer' ? [`status:${action}.${expect.status}`] : []),
      ...(expect.kind === 'answer' && expect.code !== undefined ? [`code:${action}.${expect.code}`] : []),
    ]),
  ];
}

export interface Coverage {
  readonly items: readonly string[];
  readonly unreachable: Readonly<Record<string, string>>;
}

function operationItems(operation: Operation, knowledge: ApiKnowledge): readonly string[] {
  const { name } = operation;
  const base = baseRequest(operation, knowledge);
  return [
    `operation:${name}`,
    ...operation.parameters.map((parameter) => `parameter:${name}.${parameter.name}`),
    ...operation.parameters.flatMap((parameter) =>
      constraintsFor(base, parameter, knowledge).map(
        ({ path, keyword }) => `constraint:${name}.${parameter.name}${path}.${keyword}`,
      ),
    ),
    ...operation.responses
      .filter(({ status }) => /^\d{3}$/u.test(status))
      .map(({ status }) => `status:${name}.${status}`),
    ...operation.errors.map(({ code }) => `code:${name}.${code}`),
  ];
}

/** Failures of the service itself: no request from outside brings them about. */
function unreachable(operation: Operation): readonly (readonly [string, string])[] {
  const reason = 'a failure of the service itself, which no request can provoke';
  const statuses = operation.responses.filter(({ status }) => /^5\d\d$/u.test(status));
  return [
    ...statuses.map(({ status }) => [`status:${operation.name}.${status}`, reason] as const),
    ...operation.errors
      .filter(({ status }) => status >= 500)
      .map(({ code }) => [`code:${operation.name}.${code}`, reason] as const),
  ];
}

/** Every item of the spec that cases can exercise, and those that none can reach. */
export function coverageOf(model: ApiModel, knowledge: ApiKnowledge): Coverage {
  // A proof is used where it is the cheapest, or not at all; it is no rule of its own.
  const steps = model.workflows
    .filter(({ proof }) => proof === undefined)
    .flatMap(({ id, steps: all }) => all.map((step) => `step:${id}.${step.id}`));
  const items = [...model.operations.flatMap((operation) => operationItems(operation, knowledge)), ...steps];
  return {
    items: [...new Set(items)],
    unreachable: Object.fromEntries(model.operations.flatMap(unreachable)),
  };
}
