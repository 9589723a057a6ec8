/** What the workflows teach about resources: which call has which outcome in which state. */
import type { Source, Step, Workflow } from '@swas/generator-model';
import { shapeOf, type Shape } from './shape.ts';
import type { WorkflowModel } from './workflow-model.ts';

/** What happens when a shape is called on a resource in a state. */
export interface Outcome {
  readonly shape: Shape;
  readonly resource: string;
  readonly state: string;
  /** State afterwards; the same as before when the call is refused. */
  readonly after: string;
  readonly status: number;
  /** `Code` of a refusal. */
  readonly code?: string;
  readonly source: Source;
}

export const succeeds = (outcome: Outcome): boolean => outcome.status < 300;

const statusOf = (step: Step): number | undefined =>
  step.criteria.find((criterion) => criterion.kind === 'status')?.equals;

function codeOf(step: Step): string | undefined {
  const criterion = step.criteria.find((one) => one.kind === 'body' && one.pointer === '/Code');
  return typeof criterion?.equals === 'string' ? criterion.equals : undefined;
}

/** A token used twice makes the second call do nothing, so such a workflow says nothing about plain calls. */
const repeatsToken = (workflow: Workflow): boolean =>
  workflow.inputs
    .filter((input) => input.kind === 'unique')
    .some(
      ({ name }) =>
        workflow.steps.filter((step) =>
          Object.values(step.parameters).some((template) =>
            template.some((part) => typeof part !== 'string' && part.input === name),
          ),
        ).length > 1,
    );

const keyOf = (shape: Shape, state: string): string => `${state} ${shape.key}`;

/** Walks one workflow and adds what each step teaches, as far as the states between its steps are known. */
function learn(workflow: Workflow, known: Map<string, Outcome>): void {
  const states = new Map(
    workflow.inputs.flatMap((input) => (input.kind === 'resource' ? [[input.name, input.state]] : [])),
  );
  const lastChange = new Map<string, Step>();
  for (const step of workflow.steps) {
    const shaped = shapeOf(workflow, step);
    const status = statusOf(step);
    if (shaped !== undefined && (status === undefined || status < 300))
      lastChange.set(shaped.input.name, step);
  }
  for (const step of workflow.steps) {
    const shaped = shapeOf(workflow, step);
    const status = statusOf(step);
    // After a step on several resources, or one whose answer is left open, the states are no longer known.
    if (shaped === undefined || status === undefined) return;
    const { shape, input } = shaped;
    const state = states.get(input.name) ?? input.state;
    const told = workflow.after[input.name] ?? input.state;
    const before = known.get(keyOf(shape, state));
    const code = codeOf(step);
    const after =
      status >= 300 ? state : (before?.after ?? (lastChange.get(input.name) === step ? told : undefined));
    if (after === undefined) return;
    states.set(input.name, after);
    if (before !== undefined) continue;
    const outcome = { shape, resource: input.resource, state, after, status, source: workflow.source };
    known.set(keyOf(shape, state), code === undefined ? outcome : { ...outcome, code });
  }
}

/** Every outcome that the model's workflows tell, each once. */
export function outcomesOf(model: WorkflowModel): readonly Outcome[] {
  const known = new Map<string, Outcome>();
  const workflows = model.workflows
    .filter((workflow) => !repeatsToken(workflow))
    // One-step workflows say directly what longer ones only imply.
    .toSorted((left, right) => left.steps.length - right.steps.length);
  let size = -1;
  while (size !== known.size) {
    size = known.size;
    for (const workflow of workflows) learn(workflow, known);
  }
  return [...known.values()];
}
