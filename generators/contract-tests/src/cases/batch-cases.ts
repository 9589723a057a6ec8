/** Cases on calls that name several resources: how many are allowed, and one that spoils the call. */
import type { ContractCase, Query } from '../contract-case.ts';
import { UNKNOWN_STATE } from '../contract-case.ts';
import {
  absentState,
  resourceParameters,
  type OperationKnowledge,
  type ResourceParameter,
} from '../knowledge/api-knowledge.ts';
import { answer } from '../knowledge/expectation.ts';
import { succeeds, type Outcome } from '../knowledge/knowledge.ts';
import { isToldByWorkflow } from '../knowledge/told-by-workflow.ts';
import { isSent, serialize, without } from '../values/serialize.ts';
import { placeholder } from '../values/template-text.ts';
import type { BaseRequest } from './base-request.ts';
import { CaseDraft } from './case-draft.ts';
import { rule } from './rules.ts';

interface Batch extends ResourceParameter {
  readonly base: BaseRequest;
  readonly outcome: Outcome;
  readonly knowledge: OperationKnowledge;
}

const itemNames = (length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `item${index + 1}`);

const queryOf = ({ base, parameter }: Batch, names: readonly string[]): Query => ({
  ...without(base.query, parameter),
  ...serialize(parameter, names.map(placeholder)),
});

/** Most items of which each one is looked at. */
const LOOKED_AT = 15;

/** Of a large batch: both ends with their neighbours, the middle, and where a page of ten items ends. */
const isTelling = (index: number, length: number): boolean =>
  [0, 1, 9, length >> 1].includes(index) || index >= length - 2;

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

/** One more than allowed is refused; the rest, sent at once, shows that none was touched and that the limit is no lower. */
function limitCase(batch: Batch, limit: number): ContractCase {
  const { base, knowledge, outcome, parameter, resource } = batch;
  const names = itemNames(limit + 1);
  const allowed = names.slice(0, limit);
  const ruled = sizeRule(batch, limit);
  const send = (sent: readonly string[]) => ({
    operation: base.operation.name,
    description: `${parameter.name}: ${sent.length} items.`,
    query: queryOf(batch, sent),
  });
  const draft = draftWith(batch, names)
    .step({ ...send(names), expect: { kind: 'refusal' } })
    .step({ ...send(allowed), expect: { kind: 'answer', status: base.status } });
  for (const name of allowed) draft.becomes(name, outcome.after);
  const changed = knowledge.prove(resource, outcome.after, [outcome.state]);
  for (const name of looked(batch, allowed)) draft.prove(changed, name);
  draft.prove(knowledge.prove(resource, outcome.state, [outcome.after]), names.at(-1) ?? '');
  const title = `${limit + 1} items are refused without effect, ${limit} are accepted and each is dealt with`;
  return draft.cover(`constraint:${ruled.id}`).finish({ id: `${ruled.id}/limit`, title, rule: ruled });
}

/** One item in a state that refuses the call, behind one that would not, and before it. */
function spoiled(batch: Batch, refusal: Outcome): ContractCase {
  const { base, knowledge, parameter, resource } = batch;
  const { name } = base.operation;
  const id = `${name}.${parameter.name}.${refusal.state}Item`;
  const text = `one ${refusal.state} item among others makes the call fail`;
  const ruled = rule(id, text, refusal.source);
  const draft = draftWith(batch, ['other']).resource('spoiler', resource, refusal.state);
  // What does not exist refuses the call whatever became of the other one at the first try.
  const isAbsent = refusal.state === absentState(knowledge.model, resource);
  const orders = [['other', 'spoiler'], ...(isAbsent ? [['spoiler', 'other']] : [])];
  for (const names of orders) {
    draft.step({
      operation: name,
      description: `${parameter.name}: the ${refusal.state} one at the ${names[0] === 'spoiler' ? 'start' : 'end'}.`,
      query: queryOf(batch, names),
      expect: answer(knowledge.model, name, refusal.status, refusal.code),
    });
  }
  const others = knowledge.model.resources.find((one) => one.name === resource)?.states ?? [];
  const kept = others.filter((state) => state !== refusal.state);
  // What does not exist cannot have been changed.
  if (!isAbsent) draft.prove(knowledge.prove(resource, refusal.state, kept), 'spoiler');
  // Whether the other one is dealt with is left open, so its state is no longer known.
  draft.becomes('other', UNKNOWN_STATE);
  return draft.finish({
    id: `${id}/anywhere`,
    title: `refused with ${refusal.code ?? refusal.status}`,
    rule: ruled,
  });
}

/** A workflow that already puts a resource of that state beside others. */
const isTold = ({ base, knowledge }: Batch, state: string): boolean =>
  isToldByWorkflow(knowledge.model, base.operation.name, (used) => {
    const resources = used.filter((input) => input.kind === 'resource');
    return resources.length > 1 && resources.some((input) => input.state === state);
  });

/** The items whose new state is proven. A loop that forgets the first shows in a workflow's smaller batch, where there is one. */
function looked(batch: Batch, names: readonly string[]): readonly string[] {
  const from = isTold(batch, batch.outcome.state) ? 1 : 0;
  return names.filter(
    (_, index) => index >= from && (names.length <= LOOKED_AT || isTelling(index, names.length)),
  );
}

/** Cases for each parameter of the base request that names several resources. */
export function batchCases(base: BaseRequest, knowledge: OperationKnowledge): readonly ContractCase[] {
  const outcome = base.target?.outcome;
  if (outcome === undefined) return [];
  return resourceParameters(base.operation, knowledge.table).flatMap((found) => {
    if (found.array === undefined || !isSent(base.query, found.parameter)) return [];
    const batch = { ...found, base, outcome, knowledge };
    const limit = found.array.maxItems;
    const refusals = knowledge.outcomes.filter(
      (other) => other.shape.key === outcome.shape.key && !succeeds(other) && other.state !== outcome.state,
    );
    return [
      ...(limit === undefined || limit > 20 ? [] : [limitCase(batch, limit)]),
      ...refusals
        .filter((refusal) => !isTold(batch, refusal.state))
        .map((refusal) => spoiled(batch, refusal)),
    ];
  });
}
