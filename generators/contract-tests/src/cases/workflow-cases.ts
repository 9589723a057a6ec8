/** One case for each workflow of the spec, and a proof of the states that it says it leaves. */
import type { Step, Template, Workflow, WorkflowInput } from '@swas/generator-model';
import type { CaseInput, ContractCase, Phase, Query } from '../contract-case.ts';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { expectationOf } from '../knowledge/expectation.ts';
import { shapeOf } from '../knowledge/shape.ts';
import type { WorkflowModel } from '../knowledge/workflow-model.ts';
import { inputsOf, renameInputs } from '../values/template-text.ts';
import { CaseDraft } from './case-draft.ts';
import { rule } from './rules.ts';

/** Length of a token where the workflow sets no limit: that of a UUID. */
const TOKEN_LENGTH = 36;

/** A variable keeps its own name; the second one of a run is called `other-` and the variable. */
const nameOf = (input: WorkflowInput): string =>
  input.kind === 'server-variable' ? `${input.other ? 'other-' : ''}${input.variable}` : input.name;

/** Whether a step sends the input as a token that has to be a UUID. */
function isUuid({ name }: WorkflowInput, { steps }: Workflow, { operations }: WorkflowModel): boolean {
  const uuids = operations.filter(({ tokenIsUuid }) => tokenIsUuid);
  return steps.some(({ operation, parameters }) =>
    uuids.some(
      (called) =>
        called.name === operation &&
        inputsOf(parameters[called.idempotencyParameter ?? ''] ?? []).includes(name),
    ),
  );
}

function caseInput(input: WorkflowInput, workflow: Workflow, model: WorkflowModel): CaseInput {
  const name = nameOf(input);
  switch (input.kind) {
    case 'resource':
      return { kind: 'resource', name, resource: input.resource, state: input.state };
    case 'server-variable':
      return { kind: 'variable', name, variable: input.variable, other: input.other };
    case 'unique':
      return {
        kind: 'unique',
        name,
        length: Math.min(TOKEN_LENGTH, input.maxLength ?? TOKEN_LENGTH),
        ...(isUuid(input, workflow, model) ? { uuid: true as const } : {}),
      };
  }
}

function queryOf(workflow: Workflow, step: Step): Query {
  const inputs = new Map(workflow.inputs.map((input) => [input.name, input]));
  const rename = (name: string): string => {
    const input = inputs.get(name);
    return input === undefined ? name : nameOf(input);
  };
  return Object.fromEntries(
    Object.entries(step.parameters).map(([name, template]: readonly [string, Template]) => [
      name,
      renameInputs(template, rename),
    ]),
  );
}

/** State and shape of the first call, equal for workflows that begin alike; empty when it is about no one resource. */
function beginning(workflow: Workflow): string {
  const [step] = workflow.steps;
  const shaped = step && shapeOf(workflow, step);
  return shaped === undefined ? '' : `${shaped.input.state} ${shaped.shape.key}`;
}

/** Whether two workflows begin with the same call, on a resource in the same state. */
const beginAlike = (left: Workflow, right: Workflow): boolean =>
  beginning(left) !== '' && beginning(left) === beginning(right);

/** A workflow of one call that a longer one begins with, too: what the call does is shown there. */
const goesOnElsewhere = (workflow: Workflow, { model }: ApiKnowledge): boolean =>
  workflow.steps.length === 1 &&
  model.workflows.some((other) => other.steps.length > 1 && beginAlike(workflow, other));

function proveAfter(workflow: Workflow, draft: CaseDraft, knowledge: ApiKnowledge): void {
  for (const input of workflow.inputs) {
    const after = input.kind === 'resource' ? workflow.after[input.name] : undefined;
    if (input.kind !== 'resource' || after === undefined) continue;
    draft.becomes(input.name, after);
    // Longer workflows show their effects by their own steps.
    if (workflow.steps.length === 1) {
      draft.prove(knowledge.prove(input.resource, after, [input.state]), input.name);
    }
  }
}

/** Steps that a case exercises: its own, and that of each workflow that it goes on from. */
function stepsShown(workflow: Workflow, knowledge: ApiKnowledge): readonly string[] {
  const shorter = knowledge.model.workflows.filter(
    (other) => other.steps.length === 1 && workflow.steps.length > 1 && beginAlike(other, workflow),
  );
  return [workflow, ...shorter].flatMap(({ id, steps }) => steps.map((step) => `step:${id}.${step.id}`));
}

function workflowCase(workflow: Workflow, knowledge: ApiKnowledge): ContractCase {
  const draft = new CaseDraft(knowledge.model);
  for (const input of workflow.inputs) draft.input(caseInput(input, workflow, knowledge.model));
  for (const step of workflow.steps) {
    const phase: Phase = step.criteria.length === 0 ? 'setup' : 'act';
    const { id, description, operation } = step;
    const expect = expectationOf(knowledge.model, step);
    draft.step({ id, description, operation, phase, expect, query: queryOf(workflow, step) });
  }
  draft.cover(...stepsShown(workflow, knowledge));
  proveAfter(workflow, draft, knowledge);
  const ruled = rule(workflow.id, workflow.summary, workflow.source);
  return draft.finish({ id: workflow.id, title: workflow.summary, rule: ruled });
}

/** Cases for all workflows, save those that only serve as proofs of others or that others begin with. */
export function workflowCases(knowledge: ApiKnowledge): readonly ContractCase[] {
  return knowledge.model.workflows
    .filter((workflow) => workflow.proof === undefined && !goesOnElsewhere(workflow, knowledge))
    .map((workflow) => workflowCase(workflow, knowledge));
}
