/**
 * Operations that demand an idempotency token: every call needs a new one, or it would be taken for an earlier call. The
 * template's input says what the text must be, so that whoever makes a call can put a new one in: `fresh-36`, `fresh-uuid`.
 */
import type { Operation, Schema, StringSchema } from '@swas/generator-model';
import type { Query } from '../contract-case.ts';
import type { CalledOperation } from './workflow-model.ts';

/** Longest token that is made, in characters: that of a UUID. */
const LONGEST = 36;

type Resolve = (schema: Schema) => Schema;

/** The schema of an operation's token, where it takes texts. */
export function tokenSchema(operation: Operation, resolve: Resolve): StringSchema | undefined {
  const parameter = operation.parameters.find(({ name }) => name === operation.idempotencyParameter);
  const schema = parameter && resolve(parameter.schema);
  return schema?.kind === 'string' ? schema : undefined;
}

/** How long a token is made, in characters. */
export const tokenLength = ({ format, maxLength = LONGEST }: StringSchema): number =>
  format === 'uuid' ? LONGEST : Math.min(maxLength, LONGEST);

/** Name of the input for a new text of so many characters. */
export const freshInput = (length: number): string => `fresh-${length}`;

/** Name of the input for an operation's token, where the operation demands one and any text will do. */
export function demandedToken(operation: Operation, resolve: Resolve): string | undefined {
  const { idempotencyParameter: token, parameters } = operation;
  const schema = tokenSchema(operation, resolve);
  if (schema === undefined || !parameters.some(({ name, required }) => name === token && required))
    return undefined;
  return schema.format === 'uuid' ? 'fresh-uuid' : freshInput(tokenLength(schema));
}

/** Whether an operation's token has to be a UUID. */
export const tokenIsUuid = (operation: Operation, resolve: Resolve): boolean =>
  tokenSchema(operation, resolve)?.format === 'uuid';

/** The query with a token where one is demanded and none is there. */
export function withToken(
  { idempotencyParameter: name, tokenInput }: Pick<CalledOperation, 'idempotencyParameter' | 'tokenInput'>,
  query: Query,
): Query {
  if (name === undefined || tokenInput === undefined || Object.hasOwn(query, name)) return query;
  return { ...query, [name]: [{ input: tokenInput }] };
}

/** The same for a call of an operation that workflows speak of. */
export function completeCall(operations: readonly CalledOperation[], called: string, query: Query): Query {
  const operation = operations.find(({ name }) => name === called);
  return operation === undefined ? query : withToken(operation, query);
}
