/** Cases on calls that failed: an error is not remembered against the same call once it is possible. */
import type { Operation, Parameter, Source } from '@swas/generator-model';
import type { ContractCase } from '../contract-case.ts';
import type { OperationKnowledge } from '../knowledge/api-knowledge.ts';
import { answer } from '../knowledge/expectation.ts';
import { succeeds, type Outcome } from '../knowledge/knowledge.ts';
import { TARGET } from './base-request.ts';
import { bindShape, CaseDraft } from './case-draft.ts';
import { rule } from './rules.ts';

/** The idempotency parameter of an operation, and how long its values may be. */
export interface Tokens {
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly length: number;
  readonly knowledge: OperationKnowledge;
}

/** A change, the state that it is refused in, and the call that leads out of that state. */
interface Failure {
  readonly change: Outcome;
  readonly refusal: Outcome & { readonly code: string };
  readonly remedy: Outcome;
}

const hasCode = (outcome: Outcome): outcome is Outcome & { readonly code: string } =>
  outcome.code !== undefined;

function failures({ operation, knowledge }: Tokens): readonly Failure[] {
  const { outcomes } = knowledge;
  return knowledge.changesOf(operation).flatMap((change) => {
    const refusals = outcomes.filter(hasCode).filter((one) => one.shape.key === change.shape.key);
    return refusals.flatMap((refusal) => {
      const remedy = outcomes.find(
        (one) => one.state === refusal.state && one.after === change.state && succeeds(one),
      );
      return remedy === undefined ? [] : [{ change, refusal, remedy }];
    });
  });
}

/** The same call with the same token: refused in a state, then possible. */
export function failedCallCases(tokens: Tokens, source: Source): readonly ContractCase[] {
  const { operation, parameter, length, knowledge } = tokens;
  const { name } = operation;
  return failures(tokens).map(({ change, refusal, remedy }) => {
    const query = { ...bindShape(change.shape, TARGET), [parameter.name]: [{ input: 'token' }] };
    const draft = new CaseDraft(knowledge.model)
      .input({ kind: 'unique', name: 'token', length })
      .resource(TARGET, change.resource, refusal.state)
      .step({
        operation: name,
        description: `It is ${refusal.state}.`,
        query,
        expect: answer(knowledge.model, name, refusal.status, refusal.code),
      })
      .step({
        operation: remedy.shape.operation,
        description: `Make it ${remedy.after}.`,
        query: bindShape(remedy.shape, TARGET),
        expect: { kind: 'answer', status: remedy.status },
      })
      .step({
        operation: name,
        description: `The first call again, with its ${parameter.name}.`,
        query,
        expect: { kind: 'answer', status: change.status },
      })
      .becomes(TARGET, change.after)
      .prove(knowledge.prove(change.resource, change.after, [change.state]), TARGET);
    const id = `${name}.${parameter.name}.errorNotRemembered`;
    const text = 'a failed call is not remembered against a later one that is possible';
    return draft.finish({
      id: `${id}/${refusal.state}`,
      title: 'the repetition succeeds and takes effect',
      rule: rule(id, text, source),
    });
  });
}
