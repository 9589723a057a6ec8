/** Cases on calls that name several resources: how many are allowed, and one that spoils the call. */
import type { ContractCase, Query } from '../contract-case.ts';
import { UNKNOWN_STATE } from '../contract-case.ts';
import { resourceParameters, type ApiKnowledge, type ResourceParameter } from '../knowledge/api-knowledge.ts';
import { answer } from '../knowledge/expectation.ts';
import { succeeds, type Outcome } from '../knowledge/knowledge.ts';
import { serialize, without } from '../values/serialize.ts';
import { inputsOf, placeholder } from '../values/template-text.ts';
import type { BaseRequest } from './base-request.ts';
import { CaseDraft } from './case-draft.ts';
import { rule } from './rules.ts';

interface Batch extends ResourceParameter {
  readonly base: BaseRequest;
  readonly outcome: Outcome;
  readonly knowledge: ApiKnowledge;
}

const itemNames = (length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `item${index + 1}`);

const queryOf = ({ base, parameter }: Batch, names: readonly string[]): Query => ({
  ...without(base.query, parameter),
  ...serialize(parameter, names.map(placeholder)),
});

/** The first, one in the middle and the last: where a loop goes wrong. */
const telling = (names: readonly string[]): readonly string[] =>
  names.filter((_, index) => index === 0 || index === names.length >> 1 || index === names.length - 1);

function draftWith(batch: Batch, names: readonly string[]): CaseDraft {
  const draft = new CaseDraft(batch.knowledge.model);
  for (const name of names) draft.resource(name, batch.resource, batch.outcome.state);
  return draft;
}

function sizeRule({ base, parameter }: Batch, limit: number) {
  const id = `${base.operation.name}.${parameter.name}.maxItems`;
  return rule(
    id,
    `${parameter.name} holds at most ${limit} items`,
    parameter.source ?? base.operation.source,
  );
}

function tooMany(batch: Batch, limit: number): ContractCase {
  const { base, knowledge, outcome, parameter } = batch;
  const names = itemNames(limit + 1);
  const ruled = sizeRule(batch, limit);
  const draft = draftWith(batch, names).step({
    operation: base.operation.name,
    description: `${parameter.name}: ${limit + 1} items.`,
    query: queryOf(batch, names),
    expect: { kind: 'refusal' },
  });
  const proof = knowledge.prove(batch.resource, outcome.state, [outcome.after]);
  for (const name of telling(names)) draft.prove(proof, name);
  return draft.cover(`constraint:${ruled.id}`).finish({
    id: `${ruled.id}/refused`,
    title: `${limit + 1} items are refused, and none is touched`,
    rule: ruled,
  });
}

function asManyAsAllowed(batch: Batch, limit: number): ContractCase {
  const { base, knowledge, outcome, parameter } = batch;
  const names = itemNames(limit);
  const ruled = sizeRule(batch, limit);
  const draft = draftWith(batch, names).step({
    operation: base.operation.name,
    description: `${parameter.name}: ${limit} items.`,
    query: queryOf(batch, names),
    expect: { kind: 'answer', status: base.status },
  });
  const proof = knowledge.prove(batch.resource, outcome.after, [outcome.state]);
  for (const name of names) draft.becomes(name, outcome.after);
  for (const name of telling(names)) draft.prove(proof, name);
  return draft.cover(`constraint:${ruled.id}`).finish({
    id: `${ruled.id}/accepted`,
    title: `${limit} items are accepted, and each is dealt with`,
    rule: ruled,
  });
}

/** One item in a state that refuses the call, between two that would not. */
function spoiled(batch: Batch, refusal: Outcome): ContractCase {
  const { base, knowledge, parameter, resource } = batch;
  const { name } = base.operation;
  const id = `${name}.${parameter.name}.${refusal.state}Item`;
  const text = `one ${refusal.state} item among others makes the call fail`;
  const ruled = rule(id, text, refusal.source);
  const draft = draftWith(batch, ['before', 'behind'])
    .resource('spoiler', resource, refusal.state)
    .step({
      operation: name,
      description: `${parameter.name}: the ${refusal.state} one in the middle.`,
      query: queryOf(batch, ['before', 'spoiler', 'behind']),
      expect: answer(knowledge.model, name, refusal.status, refusal.code),
    });
  const others = knowledge.model.resources.find((one) => one.name === resource)?.states ?? [];
  const kept = others.filter((state) => state !== refusal.state);
  draft.prove(knowledge.prove(resource, refusal.state, kept), 'spoiler');
  // Whether the others are dealt with is left open, so their state is no longer known.
  draft.becomes('before', UNKNOWN_STATE).becomes('behind', UNKNOWN_STATE);
  return draft.finish({
    id: `${id}/middle`,
    title: `refused with ${refusal.code ?? refusal.status}`,
    rule: ruled,
  });
}

/** A workflow that already puts a resource of that state beside others. */
const isToldByWorkflow = ({ base, knowledge }: Batch, state: string): boolean =>
  knowledge.model.workflows.some(({ inputs, steps }) => {
    const inState = inputs.filter((input) => input.kind === 'resource' && input.state === state);
    const resources = inputs.filter((input) => input.kind === 'resource').map(({ name }) => name);
    return steps.some(({ operation, parameters }) => {
      const used = Object.values(parameters).flatMap(inputsOf);
      return (
        operation === base.operation.name &&
        inState.some(({ name }) => used.includes(name)) &&
        used.filter((name) => resources.includes(name)).length > 1
      );
    });
  });

/** Cases for each parameter of the base request that names several resources. */
export function batchCases(base: BaseRequest, knowledge: ApiKnowledge): readonly ContractCase[] {
  const outcome = base.target?.outcome;
  if (outcome === undefined) return [];
  return resourceParameters(base.operation, knowledge.table).flatMap((found) => {
    if (found.array === undefined || base.query[found.parameter.name] === undefined) return [];
    const batch = { ...found, base, outcome, knowledge };
    const limit = found.array.maxItems;
    const refusals = knowledge.outcomes.filter(
      (other) => other.shape.key === outcome.shape.key && !succeeds(other) && other.state !== outcome.state,
    );
    return [
      ...(limit === undefined || limit > 20 ? [] : [tooMany(batch, limit), asManyAsAllowed(batch, limit)]),
      ...refusals
        .filter((refusal) => !isToldByWorkflow(batch, refusal.state))
        .map((refusal) => spoiled(batch, refusal)),
    ];
  });
}
