/** A valid request of an operation, from which the cases break one rule at a time. */
import type { JsonValue, Operation, Parameter } from '@swas/generator-model';
import { UNKNOWN_STATE, type Query } from '../contract-case.ts';
import {
  initialState,
  resourceParameter,
  resourceParameters,
  type OperationKnowledge,
} from '../knowledge/api-knowledge.ts';
import { demandedToken } from '../knowledge/fresh-text.ts';
import type { Outcome } from '../knowledge/knowledge.ts';
import type { Proof } from '../knowledge/proofs.ts';
import { filled } from '../values/filled.ts';
import { sample } from '../values/sample.ts';
import { canSay, deserialize, serialize } from '../values/serialize.ts';
import { placeholder } from '../values/template-text.ts';
import { bindShape, CaseDraft } from './case-draft.ts';

/** Name of the resource input of cases that need one. */
export const TARGET = 'target';

export interface BaseRequest {
  readonly operation: Operation;
  readonly query: Query;
  /** Status of the answer when nothing is broken. */
  readonly status: number;
  /** Present when the call is about a resource. */
  readonly target?: {
    readonly resource: string;
    /** State that the call is valid in. */
    readonly state: string;
    /** State that the call brings about. */
    readonly after: string;
    /** Shows that the call had no effect. */
    readonly unchanged?: Proof;
    /** What the workflows tell; absent when none speaks of the operation. */
    readonly outcome?: Outcome;
  };
}

const successStatus = (operation: Operation): number =>
  Number(operation.responses.find(({ status }) => /^2\d\d$/u.test(status))?.status ?? 200);

/** A base request in a known state, whose effect can be refuted. */
function baseFromOutcome(operation: Operation, outcome: Outcome, knowledge: OperationKnowledge): BaseRequest {
  const { resource, state, after, status, shape } = outcome;
  const unchanged = knowledge.prove(resource, state, [after]);
  const target = { resource, state, after, outcome, ...(unchanged === undefined ? {} : { unchanged }) };
  return { operation, query: bindShape(shape, TARGET), status, target };
}

/** A valid value of a parameter; ids of resources are placeholders. */
function exampleValue(parameter: Parameter, knowledge: OperationKnowledge): JsonValue {
  if (parameter.serverVariable !== undefined) return placeholder(parameter.serverVariable);
  const found = resourceParameter(parameter, knowledge.table);
  if (found !== undefined) return found.array === undefined ? placeholder(TARGET) : [placeholder(TARGET)];
  const { example, schema } = parameter;
  const { table } = knowledge;
  const value = example !== undefined && table.accepts(schema, example) ? example : sample(schema, table);
  if (canSay(parameter, value)) return value;
  const full = filled(schema, value, table);
  return table.accepts(schema, full) ? full : value;
}

/** A base request from the examples, for an operation that no workflow speaks of; a token is put in at each call. */
function baseFromExamples(operation: Operation, knowledge: OperationKnowledge): BaseRequest {
  const { idempotencyParameter } = operation;
  const tokenInput = demandedToken(operation, knowledge.table.resolve);
  const query = Object.assign(
    {},
    ...operation.parameters
      .filter(({ required, name }) => required && (tokenInput === undefined || name !== idempotencyParameter))
      .map((parameter) => serialize(parameter, exampleValue(parameter, knowledge))),
  ) as Query;
  const [resource] = resourceParameters(operation, knowledge.table)
    .filter(({ parameter }) => parameter.required)
    .map((one) => one.resource);
  const status = successStatus(operation);
  if (resource === undefined) return { operation, query, status };
  const state = initialState(knowledge.model, resource);
  // Nothing says what a write does to the resource; a read leaves it as it is.
  const after = operation.effect === 'read' ? state : UNKNOWN_STATE;
  return { operation, query, status, target: { resource, state, after } };
}

/** The valid request whose effect is the cheapest to refute. */
export function baseRequest(operation: Operation, knowledge: OperationKnowledge): BaseRequest {
  const [outcome] = knowledge.changesOf(operation);
  return outcome === undefined
    ? baseFromExamples(operation, knowledge)
    : baseFromOutcome(operation, outcome, knowledge);
}

/** The decoded value of a parameter in the base request, or a valid one when it is not sent there. */
export const baseValue = (
  base: BaseRequest,
  parameter: Parameter,
  knowledge: OperationKnowledge,
): JsonValue => deserialize(parameter, base.query) ?? exampleValue(parameter, knowledge);

/** A draft with the base request's resource among its inputs. */
export function draftFor(base: BaseRequest, knowledge: OperationKnowledge): CaseDraft {
  const draft = new CaseDraft(knowledge.model);
  return base.target === undefined ? draft : draft.resource(TARGET, base.target.resource, base.target.state);
}
