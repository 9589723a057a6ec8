/** Operations that demand an idempotency token: every call needs a new one, or it would be taken for an earlier call. */
import type { Operation } from '@swas/generator-model';
import type { Query } from '../contract-case.ts';
import type { OperationKnowledge } from '../knowledge/api-knowledge.ts';

/** Name of the input that stands for the token. */
const FRESH_TOKEN = 'fresh-token';

/** Longest token that is made, in characters: that of a UUID. */
const LONGEST = 36;

/** Puts a new token into the request of each case; what is `undefined` is not emitted. */
export function withFreshToken(
  operation: Operation,
  request: Query,
  { table }: OperationKnowledge,
): { readonly request: Query; readonly token?: object } {
  const { idempotencyParameter: name, parameters } = operation;
  const parameter = parameters.find((one) => one.name === name && one.required);
  const schema = parameter && table.resolve(parameter.schema);
  if (parameter === undefined || schema?.kind !== 'string') return { request };
  const { maxLength = LONGEST, format } = schema;
  return {
    request: { ...request, [parameter.name]: [{ input: FRESH_TOKEN }] },
    token: { name: FRESH_TOKEN, length: Math.min(maxLength, LONGEST), uuid: format === 'uuid' || undefined },
  };
}
