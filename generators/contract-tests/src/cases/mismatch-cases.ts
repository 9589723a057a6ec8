/**
 * Cases on the tokens of operations that no workflow speaks of. What such a call does is not known, so its effect cannot be looked
 * at; but a repetition is answered like the first call, and the same token with other parameters is refused.
 */
import type { JsonValue, Operation, Parameter, Schema, Source } from '@swas/generator-model';
import type { CaseInput, ContractCase, Query } from '../contract-case.ts';
import { resourceParameter, type OperationKnowledge } from '../knowledge/api-knowledge.ts';
import { tokenLength, tokenSchema } from '../knowledge/fresh-text.ts';
import { otherValue } from '../values/other-value.ts';
import { canSay, isSent, serialize, without } from '../values/serialize.ts';
import { baseValue, draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { rule } from './rules.ts';

/** The value of a text that stands for a number or a truth value. */
function typed(value: JsonValue, { kind }: Schema): JsonValue {
  if (kind === 'boolean') return String(value) === 'true';
  return kind === 'integer' || kind === 'number' ? Number(value) : value;
}

/** The request with another value of one parameter, or with a parameter more. */
function otherQuery(
  base: BaseRequest,
  parameter: Parameter,
  knowledge: OperationKnowledge,
): Query | undefined {
  const { idempotencyParameter } = base.operation;
  // Another resource or region may be refused for being another one.
  if (parameter.name === idempotencyParameter || parameter.serverVariable !== undefined) return undefined;
  if (resourceParameter(parameter, knowledge.table) !== undefined) return undefined;
  const value = typed(baseValue(base, parameter, knowledge), knowledge.table.resolve(parameter.schema));
  const other = isSent(base.query, parameter) ? otherValue(parameter.schema, value, knowledge.table) : value;
  return other === undefined || !canSay(parameter, other)
    ? undefined
    : { ...without(base.query, parameter), ...serialize(parameter, other) };
}

/** How likely it is that another value is refused for itself: a text may be the name of something that there is not. */
function doubt({ schema }: Parameter, { table }: OperationKnowledge): number {
  const { kind } = table.resolve(schema);
  return kind === 'enum' || kind === 'boolean' ? 0 : kind === 'integer' || kind === 'number' ? 1 : 2;
}

/** The input for a token that the schema allows, where one can be made. */
function tokenOf(operation: Operation, { table }: OperationKnowledge): CaseInput | undefined {
  const schema = tokenSchema(operation, table.resolve);
  if (schema === undefined) return undefined;
  const length = tokenLength(schema);
  if (schema.format === 'uuid') return { kind: 'unique', name: 'token', length, uuid: true };
  const isFree = table.accepts(schema, 'aB3'.repeat(length).slice(0, length));
  return isFree ? { kind: 'unique', name: 'token', length } : undefined;
}

/** The case of an operation that takes tokens, where two requests can be told apart. */
export function mismatchCases(
  base: BaseRequest,
  knowledge: OperationKnowledge,
  source: Source,
): readonly ContractCase[] {
  const { operation, query: first, status, target } = base;
  const { name, effect, idempotencyParameter: token, parameters } = operation;
  const input = tokenOf(operation, knowledge);
  if (token === undefined || input === undefined || effect !== 'write') return [];
  const second = parameters
    .toSorted((left, right) => doubt(left, knowledge) - doubt(right, knowledge))
    .map((parameter) => otherQuery(base, parameter, knowledge))
    .find((query) => query !== undefined);
  if (second === undefined) return [];
  const draft = draftFor(base, knowledge).input(input);
  const send = (description: string, query: Query) => ({
    operation: name,
    description,
    query: { ...query, [token]: [{ input: 'token' }] },
  });
  draft
    .step({ ...send(`A call with a new ${token}.`, first), expect: { kind: 'answer', status } })
    .step({ ...send('The same call again.', first), expect: { kind: 'answer', status } })
    .step({ ...send(`The same ${token} with other parameters.`, second), expect: { kind: 'refusal' } });
  if (target !== undefined) draft.becomes(TARGET, target.after);
  const id = `${name}.${token}.mismatch`;
  const text = `a ${token} stands for one request: repeated it is answered alike, changed it is refused`;
  return [
    draft.finish({
      id: `${id}/refused`,
      title: 'only the changed request is refused',
      rule: rule(id, text, source),
    }),
  ];
}
