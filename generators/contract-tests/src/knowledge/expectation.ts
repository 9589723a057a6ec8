/** From a step's criteria and the documented errors to what the answer must be. */
import type { ApiModel, Step } from '@swas/generator-model';
import type { Expectation } from '../contract-case.ts';

/** Every documented text of an error; any of them is right. */
export function messagesOf(
  model: ApiModel,
  operation: string,
  status: number,
  code: string,
): readonly string[] {
  const errors = model.operations.find(({ name }) => name === operation)?.errors ?? [];
  return errors
    .filter((error) => error.status === status && error.code === code)
    .map(({ message }) => message);
}

/** An answer with a status and, for a refusal, the code and texts that the operation documents for it. */
export function answer(model: ApiModel, operation: string, status: number, code?: string): Expectation {
  if (code === undefined) return { kind: 'answer', status };
  const messages = messagesOf(model, operation, status, code);
  return { kind: 'answer', status, code, ...(messages.length === 0 ? {} : { messages }) };
}

/** What a workflow's step demands of its answer. */
export function expectationOf(model: ApiModel, step: Step): Expectation {
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
