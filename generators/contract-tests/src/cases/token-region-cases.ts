/** Cases on tokens and regions: the region is a parameter like any other, so a token does not serve twice with two of them. */
import type { Source } from '@swas/generator-model';
import type { ContractCase } from '../contract-case.ts';
import { TARGET } from './base-request.ts';
import { bindShape, CaseDraft } from './case-draft.ts';
import type { Tokens } from './failed-call-cases.ts';
import { rule } from './rules.ts';

/** Longest token that is used: that of a UUID. */
const TOKEN_LENGTH = 36;

/** A token that served in one region is no token for the same call in another: whoever takes it for one answers with success. */
export function otherRegionCases(tokens: Tokens, source: Source): readonly ContractCase[] {
  const { operation, parameter, length, knowledge } = tokens;
  const [change] = knowledge.changesOf(operation);
  const region = operation.parameters.find(
    ({ serverVariable, name }) =>
      serverVariable !== undefined && Object.hasOwn(change?.shape.query ?? {}, name),
  );
  const variable = region?.serverVariable;
  if (change === undefined || region === undefined || variable === undefined) return [];
  const query = { ...bindShape(change.shape, TARGET), [parameter.name]: [{ input: 'token' }] };
  const other = `other-${variable}`;
  const draft = new CaseDraft(knowledge.model)
    .input({ kind: 'unique', name: 'token', length: Math.min(length, TOKEN_LENGTH) })
    .resource(TARGET, change.resource, change.state)
    .input({ kind: 'variable', name: other, variable, other: true })
    .step({
      operation: operation.name,
      description: 'A call with a new token.',
      query,
      expect: { kind: 'answer', status: change.status },
    })
    .step({
      operation: operation.name,
      description: `The same call and token with another ${region.name}.`,
      query: { ...query, [region.name]: [{ input: other }] },
      expect: { kind: 'refusal' },
    })
    .becomes(TARGET, change.after);
  const id = `${operation.name}.${parameter.name}.${region.name}`;
  const text = `a ${parameter.name} cannot be used again with another ${region.name}`;
  return [
    draft.finish({
      id: `${id}/elsewhere`,
      title: 'the second call is refused',
      rule: rule(id, text, source),
    }),
  ];
}
