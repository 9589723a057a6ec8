/** Cases on which resource a call means: the id exactly as it is, in the region that it is in. */
import type { Parameter } from '@swas/generator-model';
import type { Change, ContractCase, Query } from '../contract-case.ts';
import { absentState, resourceParameters, type OperationKnowledge } from '../knowledge/api-knowledge.ts';
import { isToldByWorkflow } from '../knowledge/told-by-workflow.ts';
import { placeholder } from '../values/template-text.ts';
import { isSent, serialize, without } from '../values/serialize.ts';
import { succeeds, type Outcome } from '../knowledge/knowledge.ts';
import { draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { bindShape, CaseDraft } from './case-draft.ts';
import { rule } from './rules.ts';

const NEAR_MISSES: readonly (readonly [Change, string])[] = [
  ['lengthened', 'the id with a character more'],
  ['shortened', 'the id with a character less'],
  ['upper-case', 'the id in upper case'],
  ['space-before', 'a space before the id'],
  ['space-after', 'a space after the id'],
];

/** An id that is nearly right belongs to no resource. */
function nearMissCase(
  base: BaseRequest,
  parameter: Parameter,
  several: boolean,
  knowledge: OperationKnowledge,
): ContractCase {
  const { name } = base.operation;
  const ruled = rule(
    `${name}.${parameter.name}.exact`,
    `${parameter.name} names a ${base.target?.resource ?? 'resource'} by its exact id`,
    parameter.source ?? base.operation.source,
  );
  const draft = draftFor(base, knowledge);
  for (const [change, label] of NEAR_MISSES) {
    draft.variant(change, TARGET, change);
    const value = placeholder(change);
    draft.step({
      operation: name,
      description: `${parameter.name}: ${label}.`,
      query: { ...without(base.query, parameter), ...serialize(parameter, several ? [value] : value) },
      expect: { kind: 'refusal' },
    });
  }
  return draft
    .prove(base.target?.unchanged, TARGET)
    .finish({ id: `${ruled.id}/refused`, title: 'what only resembles the id is refused', rule: ruled });
}

/** A change of a resource that the region decides about: refused elsewhere, and without effect here. */
interface Elsewhere {
  readonly base: BaseRequest;
  readonly parameter: Parameter;
  readonly outcome: Outcome;
  readonly regions: readonly (readonly [string, Query[string]])[];
}

const ELSEWHERE = 'other-';

/** The regions that are tried: another one, and once one that there is not. */
const regionsOf = (variable: string, isFirst: boolean): Elsewhere['regions'] => [
  [`another ${variable}`, [{ input: `${ELSEWHERE}${variable}` }]],
  ...(isFirst ? [[`a ${variable} that there is not`, [`no-such-${variable}`]] as const] : []),
];

/**
 * A resource is found only in the region that it is in, and so it is not found in a region that there is not. Which error
 * tells that is left open: the resource's own or one about the region.
 */
function regionCase(
  { base, parameter, outcome, regions }: Elsewhere,
  knowledge: OperationKnowledge,
): ContractCase {
  const { name } = base.operation;
  const variable = parameter.serverVariable ?? '';
  const id = `${name}.${parameter.name}.isolation`;
  const text = `a ${outcome.resource} is found only in the ${variable} that it is in`;
  const draft = new CaseDraft(knowledge.model)
    .resource(TARGET, outcome.resource, outcome.state)
    .input({ kind: 'variable', name: `${ELSEWHERE}${variable}`, variable, other: true });
  for (const [label, value] of regions) {
    draft.step({
      operation: name,
      description: `${parameter.name}: ${label}.`,
      query: { ...bindShape(outcome.shape, TARGET), [parameter.name]: value },
      expect: { kind: 'refusal' },
    });
  }
  draft.input({ kind: 'variable', name: variable, variable, other: false });
  return draft.prove(knowledge.prove(outcome.resource, outcome.state, [outcome.after]), TARGET).finish({
    id: `${id}/refused ${outcome.state}`,
    title: `elsewhere the call is refused, without effect`,
    rule: rule(id, text, parameter.source ?? base.operation.source),
  });
}

/** One case for each state that the operation leads out of: what a call does by mistake shows in one of them only. */
const regionCases = (
  base: BaseRequest,
  parameter: Parameter,
  knowledge: OperationKnowledge,
): readonly ContractCase[] =>
  knowledge.changesOf(base.operation).map((outcome, index) => {
    const regions = regionsOf(parameter.serverVariable ?? '', index === 0);
    return regionCase({ base, parameter, outcome, regions }, knowledge);
  });

/** A workflow that already calls the operation in another region. */
const isTold = ({ operation }: BaseRequest, { model }: OperationKnowledge): boolean =>
  isToldByWorkflow(model, operation.name, (used) =>
    used.some((input) => input.kind === 'server-variable' && input.other),
  );

/** Cases for the parameters that say which resource is meant. */
export function identityCases(base: BaseRequest, knowledge: OperationKnowledge): readonly ContractCase[] {
  if (base.target?.outcome === undefined) return [];
  const ids = resourceParameters(base.operation, knowledge.table).filter(({ parameter }) =>
    isSent(base.query, parameter),
  );
  const regions = base.operation.parameters.filter(
    ({ serverVariable, name }) => serverVariable !== undefined && Object.hasOwn(base.query, name),
  );
  // Where no workflow says that the call refuses what does not exist, it may well create it, and also in another region.
  const refusesAbsent = knowledge.outcomes.some(
    (outcome) =>
      outcome.shape.operation === base.operation.name &&
      outcome.state === absentState(knowledge.model, outcome.resource) &&
      !succeeds(outcome),
  );
  return [
    ...(refusesAbsent ? ids : []).map(({ parameter, array }) =>
      nearMissCase(base, parameter, array !== undefined, knowledge),
    ),
    ...(!refusesAbsent || isTold(base, knowledge) ? [] : regions).flatMap((parameter) =>
      regionCases(base, parameter, knowledge),
    ),
  ];
}
