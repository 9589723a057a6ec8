/** Cases for what no limit and no workflow speaks of: the plain valid request, and parameters that may be left out. */
import type { Parameter } from '@swas/generator-model';
import { UNKNOWN_STATE, type ContractCase } from '../contract-case.ts';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { serialize } from '../values/serialize.ts';
import { baseValue, draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { constraintsFor } from './constraint-cases.ts';
import { rule } from './rules.ts';

/** A valid request succeeds with a body of the documented form. */
function plainCase(base: BaseRequest, knowledge: ApiKnowledge): ContractCase {
  const { operation, query, status, target } = base;
  const draft = draftFor(base, knowledge).step({
    operation: operation.name,
    description: 'The request of the examples.',
    query,
    expect: { kind: 'answer', status },
  });
  if (target !== undefined) draft.becomes(TARGET, target.after);
  const ruled = rule(`${operation.name}.valid`, `a valid ${operation.name} succeeds`, operation.source);
  return draft.finish({ id: `${ruled.id}/accepted`, title: 'the examples are accepted', rule: ruled });
}

/** An optional parameter without limits is accepted. What it does to a resource is not known. */
function optionalCase(base: BaseRequest, parameter: Parameter, knowledge: ApiKnowledge): ContractCase {
  const { operation, query, status, target } = base;
  const draft = draftFor(base, knowledge).step({
    operation: operation.name,
    description: `${parameter.name} is given.`,
    query: { ...query, ...serialize(parameter, baseValue(base, parameter, knowledge)) },
    expect: { kind: 'answer', status },
  });
  if (target !== undefined) draft.becomes(TARGET, UNKNOWN_STATE);
  const id = `${operation.name}.${parameter.name}.optional`;
  const ruled = rule(id, `${parameter.name} may be given`, parameter.source ?? operation.source);
  return draft
    .cover(`parameter:${operation.name}.${parameter.name}`)
    .finish({ id: `${id}/accepted`, title: 'its example is accepted', rule: ruled });
}

/** Cases that only ask for success. */
export function validCases(base: BaseRequest, knowledge: ApiKnowledge): readonly ContractCase[] {
  const plain = base.target?.outcome === undefined ? [plainCase(base, knowledge)] : [];
  const unlimited = base.operation.parameters.filter(
    (parameter) => !parameter.required && constraintsFor(base, parameter, knowledge).length === 0,
  );
  return [...plain, ...unlimited.map((parameter) => optionalCase(base, parameter, knowledge))];
}
