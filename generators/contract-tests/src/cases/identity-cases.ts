/** Cases on which resource a call means: the id exactly as it is, in the region that it is in. */
import type { Parameter } from '@swas/generator-model';
import type { Change, ContractCase, Expectation } from '../contract-case.ts';
import { absentState, resourceParameters, type ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { answer } from '../knowledge/expectation.ts';
import { inputsOf, placeholder } from '../values/template-text.ts';
import { serialize, without } from '../values/serialize.ts';
import { draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { rule } from './rules.ts';

const NEAR_MISSES: readonly (readonly [Change, string])[] = [
  ['lengthened', 'the id with a character more'],
  ['shortened', 'the id with a character less'],
  ['upper-case', 'the id in upper case'],
  ['space-before', 'a space before the id'],
];

/** An id that is nearly right belongs to no resource. */
function nearMissCase(
  base: BaseRequest,
  parameter: Parameter,
  several: boolean,
  knowledge: ApiKnowledge,
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

/** The answer to a call on a resource that is not there. */
function absentAnswer(base: BaseRequest, knowledge: ApiKnowledge): Expectation {
  const { target, operation } = base;
  const found = knowledge.outcomes.find(
    ({ shape, state, resource }) =>
      shape.key === target?.outcome?.shape.key && state === absentState(knowledge.model, resource),
  );
  if (found?.code === undefined) return { kind: 'refusal' };
  return answer(knowledge.model, operation.name, found.status, found.code);
}

/** A resource exists in its own region only. */
function regionCase(base: BaseRequest, parameter: Parameter, knowledge: ApiKnowledge): ContractCase {
  const { name } = base.operation;
  const variable = parameter.serverVariable ?? '';
  const other = `other-${variable}`;
  const id = `${name}.${parameter.name}.isolation`;
  const text = `a ${base.target?.resource ?? 'resource'} is found only in the ${variable} that it is in`;
  const ruled = rule(id, text, parameter.source ?? base.operation.source);
  const draft = draftFor(base, knowledge).input({ kind: 'variable', name: other, variable, other: true });
  draft.step({
    operation: name,
    description: `${parameter.name}: another ${variable}.`,
    query: { ...base.query, [parameter.name]: [{ input: other }] },
    expect: absentAnswer(base, knowledge),
  });
  draft.input({ kind: 'variable', name: variable, variable, other: false });
  return draft
    .prove(base.target?.unchanged, TARGET)
    .finish({ id: `${id}/refused`, title: `elsewhere the call is refused, without effect`, rule: ruled });
}

/** A workflow that already calls the operation in another region. */
const isToldByWorkflow = (base: BaseRequest, knowledge: ApiKnowledge): boolean =>
  knowledge.model.workflows.some(({ inputs, steps }) => {
    const used = new Set(
      steps
        .filter(({ operation }) => operation === base.operation.name)
        .flatMap(({ parameters }) => Object.values(parameters).flatMap(inputsOf)),
    );
    return inputs.some((input) => input.kind === 'server-variable' && input.other && used.has(input.name));
  });

/** Cases for the parameters that say which resource is meant. */
export function identityCases(base: BaseRequest, knowledge: ApiKnowledge): readonly ContractCase[] {
  if (base.target?.outcome === undefined) return [];
  const ids = resourceParameters(base.operation, knowledge.table).filter(
    ({ parameter }) => base.query[parameter.name] !== undefined,
  );
  const regions = base.operation.parameters.filter(
    ({ serverVariable, name }) => serverVariable !== undefined && base.query[name] !== undefined,
  );
  return [
    ...ids.map(({ parameter, array }) => nearMissCase(base, parameter, array !== undefined, knowledge)),
    ...(isToldByWorkflow(base, knowledge) ? [] : regions).map((parameter) =>
      regionCase(base, parameter, knowledge),
    ),
  ];
}
