/** One case for the plain valid request of an operation that no workflow speaks of. */
import type { ContractCase } from '../contract-case.ts';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { rule } from './rules.ts';

/** A valid request succeeds with a body of the documented form. */
export function validCases(base: BaseRequest, knowledge: ApiKnowledge): readonly ContractCase[] {
  const { operation, query, status, target } = base;
  if (target?.outcome !== undefined) return [];
  const draft = draftFor(base, knowledge).step({
    operation: operation.name,
    description: 'The request of the examples.',
    query,
    expect: { kind: 'answer', status },
  });
  if (target !== undefined) draft.becomes(TARGET, target.after);
  const ruled = rule(`${operation.name}.valid`, `a valid ${operation.name} succeeds`, operation.source);
  return [draft.finish({ id: `${ruled.id}/accepted`, title: 'the examples are accepted', rule: ruled })];
}
