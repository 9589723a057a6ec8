/** One operation as its tests need it: a valid request, the limits of its parameters, its answers. */
import {
  toJsonSchema,
  type JsonSchema,
  type Schema,
  type JsonValue,
  type Level,
  type Operation,
  type Parameter,
  type Source,
} from '@swas/generator-model';
import { baseRequest, TARGET, type BaseRequest } from '../cases/base-request.ts';
import { batchCases } from '../cases/batch-cases.ts';
import { bindShape } from '../cases/case-draft.ts';
import { identityCases } from '../cases/identity-cases.ts';
import { caseSource } from '../cases/rules.ts';
import { tokenCases } from '../cases/token-cases.ts';
import type { OperationKnowledge } from '../knowledge/api-knowledge.ts';
import { completeCall, demandedToken, withToken } from '../knowledge/fresh-text.ts';
import type { Proof } from '../knowledge/proofs.ts';
import { caseData, queryData } from './case-data.ts';
import { parameterData } from './parameter-data.ts';

/** A source with how far its page is from the operation's own. */
export const sourceData = (source: Source): JsonValue => ({
  ...caseSource(source),
  level: source.page.level,
});

/** The steps of a proof about the request's own resource. */
const proofData = ({ steps, after, covers }: Proof, { model }: OperationKnowledge): object => ({
  steps: steps.map(({ shape, description, expect }) => ({
    description,
    action: shape.operation,
    query: queryData(completeCall(model.operations, shape.operation, bindShape(shape, TARGET))),
    expect,
  })),
  after,
  covers,
});

function targetData({ target }: BaseRequest, knowledge: OperationKnowledge): object | undefined {
  if (target === undefined) return undefined;
  const { resource, state, after, outcome, unchanged } = target;
  const changed = knowledge.prove(resource, after, [state]);
  return {
    resource,
    state,
    after,
    told: outcome !== undefined,
    unchanged: unchanged && proofData(unchanged, knowledge),
    changed: changed && proofData(changed, knowledge),
  };
}

const jsonSchemas = new WeakMap<Schema, JsonSchema>();

/** Operations share answers, such as an error. */
function jsonSchemaOf(schema: Schema): JsonSchema {
  const found = jsonSchemas.get(schema) ?? toJsonSchema(schema);
  jsonSchemas.set(schema, found);
  return found;
}

/** Where no success is described by its own status, `default` is the success, and says nothing of errors. */
const statusRange = ({ responses }: Operation, status: string): string =>
  status !== 'default' || responses.some((other) => other.status.startsWith('2')) ? status : '2XX';

const answersData = (operation: Operation, { table }: OperationKnowledge): readonly object[] =>
  operation.responses.map(({ status, schema, headers }) => ({
    status: statusRange(operation, status),
    schema: schema && jsonSchemaOf(schema),
    level: (schema && table.resolve(schema).source?.page.level) ?? ('documented' satisfies Level),
    headers: headers.map(({ name }) => name.toLowerCase()),
  }));

/** All of it as plain data; what is `undefined` is not emitted. */
export function operationData(operation: Operation, knowledge: OperationKnowledge): object {
  const { name, fileName, method, methodName, effect, idempotencyParameter, source } = operation;
  const base = baseRequest(operation, knowledge);
  const tokenInput = demandedToken(operation, knowledge.table.resolve);
  const request = withToken({ idempotencyParameter, tokenInput }, base.query);
  const cases = [
    ...identityCases(base, knowledge),
    ...batchCases(base, knowledge),
    ...tokenCases(base, knowledge),
  ];
  return {
    name,
    fileName,
    method,
    clientMethod: methodName,
    effect,
    idempotencyParameter,
    source: source && sourceData(source),
    request: queryData(request),
    status: base.status,
    target: targetData(base, knowledge),
    parameters: operation.parameters.map((parameter: Parameter) => parameterData(base, parameter, knowledge)),
    answers: answersData(operation, knowledge),
    errors: operation.errors.map(({ status, code }) => ({ status, code })),
    cases: cases.length === 0 ? undefined : cases.map(caseData),
  };
}
