/** Cases on both sides of every limit of every parameter. */
import type { Parameter } from '@swas/generator-model';
import type { ContractCase, Expectation, Rule } from '../contract-case.ts';
import { parameterConstraints, type ParameterConstraint } from '../constraints/parameter-constraints.ts';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { answer } from '../knowledge/expectation.ts';
import { without } from '../values/serialize.ts';
import { toEmittedText } from '../values/template-text.ts';
import { baseValue, draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { rule } from './rules.ts';

/** Coverage item and rule id of a constraint. */
export const constraintId = (
  base: BaseRequest,
  parameter: Parameter,
  constraint: ParameterConstraint,
): string => `${base.operation.name}.${parameter.name}${constraint.path}.${constraint.keyword}`;

function constraintRule(base: BaseRequest, parameter: Parameter, constraint: ParameterConstraint): Rule {
  const subject = constraint.path === '' ? parameter.name : `${parameter.name}${constraint.path}`;
  // The parameter's own page is nearer than the page of a schema that several parameters share.
  const source = parameter.source ?? constraint.source ?? base.operation.source;
  return rule(constraintId(base, parameter, constraint), `${subject} ${constraint.text}`, source);
}

/** The documented error of a wrong value, or any refusal where none is documented. */
function refusalOf(
  base: BaseRequest,
  parameter: Parameter,
  readable: boolean,
  knowledge: ApiKnowledge,
): Expectation {
  const { operation } = base;
  const error = operation.errors.find(({ code }) => code === parameter.invalidCode);
  if (error === undefined || !readable) return { kind: 'refusal' };
  return answer(knowledge.model, operation.name, error.status, error.code);
}

/** One case: every value that breaks the constraint is refused, and none had an effect. */
export function wrongCase(
  base: BaseRequest,
  parameter: Parameter,
  constraint: ParameterConstraint,
  knowledge: ApiKnowledge,
): ContractCase {
  const draft = draftFor(base, knowledge);
  for (const { label, query, readable } of constraint.wrong) {
    draft.step({
      operation: base.operation.name,
      description: `${parameter.name}: ${label}.`,
      query: { ...without(base.query, parameter), ...query },
      expect: refusalOf(base, parameter, readable, knowledge),
    });
  }
  const ruled = constraintRule(base, parameter, constraint);
  return draft
    .prove(base.target?.unchanged, TARGET)
    .cover(`parameter:${base.operation.name}.${parameter.name}`, `constraint:${ruled.id}`)
    .finish({ id: `${ruled.id}/refused`, title: 'what breaks it is refused, without effect', rule: ruled });
}

/** One case for each accepted value at a limit: it succeeds and takes effect. */
function rightCases(
  base: BaseRequest,
  parameter: Parameter,
  constraint: ParameterConstraint,
  knowledge: ApiKnowledge,
): readonly ContractCase[] {
  const ruled = constraintRule(base, parameter, constraint);
  return constraint.right.map(({ label, query }) => {
    const draft = draftFor(base, knowledge).step({
      operation: base.operation.name,
      description: `${parameter.name}: ${label}.`,
      query: { ...without(base.query, parameter), ...query },
      expect: { kind: 'answer', status: base.status },
    });
    if (base.target !== undefined) {
      const { resource, state, after } = base.target;
      draft.becomes(TARGET, after).prove(knowledge.prove(resource, after, [state]), TARGET);
    }
    draft.cover(`constraint:${ruled.id}`);
    return draft.finish({ id: `${ruled.id}/accepted ${label}`, title: `accepts ${label}`, rule: ruled });
  });
}

/** Values that a workflow already sends need no case of their own; others might mean something else. */
function examinedElsewhere(base: BaseRequest, parameter: Parameter, knowledge: ApiKnowledge): boolean {
  const { operation, target } = base;
  if (operation.idempotencyParameter === parameter.name) return true;
  return (
    target?.outcome !== undefined &&
    knowledge.outcomes.some(
      ({ shape }) => shape.operation === operation.name && parameter.name in shape.query,
    )
  );
}

const found = new WeakMap<Parameter, readonly ParameterConstraint[]>();

/** Every constraint of a parameter, made of the value that the base request carries; worked out once. */
export function constraintsFor(
  base: BaseRequest,
  parameter: Parameter,
  knowledge: ApiKnowledge,
): readonly ParameterConstraint[] {
  const known = found.get(parameter);
  if (known !== undefined) return known;
  const constraints = parameterConstraints(parameter, baseValue(base, parameter, knowledge), knowledge.table);
  found.set(parameter, constraints);
  return constraints;
}

/** Cases for all constraints of an operation, save the sizes of lists of resources, which need live ones. */
export function constraintCases(base: BaseRequest, knowledge: ApiKnowledge): readonly ContractCase[] {
  return base.operation.parameters.flatMap((parameter) => {
    const examined = examinedElsewhere(base, parameter, knowledge);
    return constraintsFor(base, parameter, knowledge).flatMap((constraint) => [
      ...(constraint.wrong.length === 0 || needsLiveItems(base, parameter, constraint, knowledge)
        ? []
        : [wrongCase(base, parameter, constraint, knowledge)]),
      ...(examined ? [] : rightCases(base, parameter, constraint, knowledge)),
    ]);
  });
}

/** More items than allowed must be live resources: made-up ones would be refused for another reason. */
function needsLiveItems(
  base: BaseRequest,
  parameter: Parameter,
  constraint: ParameterConstraint,
  knowledge: ApiKnowledge,
): boolean {
  const array = knowledge.table.resolve(parameter.schema);
  const sent = Object.values(base.query).map(toEmittedText);
  return (
    constraint.keyword === 'maxItems' &&
    array.kind === 'array' &&
    knowledge.table.resourceOf(array.items) !== undefined &&
    sent.length > 0
  );
}
