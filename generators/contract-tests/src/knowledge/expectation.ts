/** From a step's criteria and the documented errors to what the answer must be. */
import type { OperationError, Step } from '@swas/generator-model';
import type { Expectation } from '../contract-case.ts';
import type { WorkflowModel } from './workflow-model.ts';

/** A documented error with every text that it is documented with; any of them is right. */
export function errorAnswer(
  errors: readonly OperationError[],
  { status, code }: Pick<OperationError, 'status' | 'code'>,
): Expectation {
  const messages = errors
    .filter((error) => error.status === status && error.code === code)
    .map(({ message }) => message);
  return { kind: 'answer', status, code, ...(messages.length === 0 ? {} : { messages }) };
}

/** An answer with a status and, for a refusal, the code and texts that the operation documents for it. */
export function answer(model: WorkflowModel, operation: string, status: number, code?: string): Expectation {
  if (code === undefined) return { kind: 'answer', status };
  const errors = model.operations.find(({ name }) => name === operation)?.errors ?? [];
  return errorAnswer(errors, { status, code });
}

/** What a workflow's step demands of its answer. */
export function expectationOf(model: WorkflowModel, step: Step): Expectation {
  const status = step.criteria.find((criterion) => criterion.kind === 'status');
  if (status === undefined) return { kind: 'any' };
  const bodies = step.criteria.filter((criterion) => criterion.kind === 'body');
  const code = bodies.find(({ pointer }) => pointer === '/Code')?.equals;
  const body = bodies
    .filter(({ pointer }) => pointer !== '/Code')
    .map(({ pointer, equals }) => ({ pointer, equals }));
  const base = answer(model, step.operation, status.equals, typeof code === 'string' ? code : undefined);
  return body.length === 0 || base.kind !== 'answer' ? base : { ...base, body };
}
