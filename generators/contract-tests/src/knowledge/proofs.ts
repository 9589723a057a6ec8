/** How the API's own answers show that a resource is in one state and not in another. */
import type { Step, Workflow } from '@swas/generator-model';
import type { Expectation } from '../contract-case.ts';
import { expectationOf } from './expectation.ts';
import type { Outcome } from './knowledge.ts';
import { shapeOf, type Shape } from './shape.ts';
import type { WorkflowModel } from './workflow-model.ts';

export interface ProofStep {
  readonly shape: Shape;
  readonly description: string;
  readonly expect: Expectation;
}

export interface Proof {
  readonly resource: string;
  readonly state: string;
  readonly excludes: readonly string[];
  /** State of the resource after the proof. */
  readonly after: string;
  readonly steps: readonly ProofStep[];
  /** Coverage items: steps of the workflow that the proof is taken from. */
  readonly covers: readonly string[];
}

/** A proof that the workflows file declares as one. */
function declaredProof(model: WorkflowModel, workflow: Workflow): Proof[] {
  const { proof } = workflow;
  if (proof === undefined) return [];
  const shaped = workflow.steps.map((step: Step) => {
    const found = shapeOf(workflow, step);
    const usable = found?.input.name === proof.input ? found : undefined;
    return (
      usable && { shape: usable.shape, description: step.description, expect: expectationOf(model, step) }
    );
  });
  const steps = shaped.filter((step) => step !== undefined);
  const input = workflow.inputs.find((one) => one.name === proof.input);
  if (steps.length < shaped.length || input?.kind !== 'resource') return [];
  const covers = workflow.steps.map((step) => `step:${workflow.id}.${step.id}`);
  const after = workflow.after[proof.input] ?? proof.state;
  return [{ resource: input.resource, state: proof.state, excludes: proof.excludes, after, steps, covers }];
}

const differ = (left: Outcome, right: Outcome): boolean =>
  left.status !== right.status || left.code !== right.code;

/** A call whose answer differs between states is a proof, also where the workflows file does not say so. */
function impliedProof(outcome: Outcome, outcomes: readonly Outcome[]): Proof {
  const excludes = outcomes
    .filter((other) => other.shape.key === outcome.shape.key && differ(outcome, other))
    .map((other) => other.state);
  const { shape, resource, state, after, status, code } = outcome;
  const expect: Expectation = { kind: 'answer', status, ...(code === undefined ? {} : { code }) };
  const said = code === undefined ? 'succeeds' : `is refused with ${code}`;
  const description = `${shape.operation} ${said}: it is ${state}.`;
  return { resource, state, excludes, after, steps: [{ shape, description, expect }], covers: [] };
}

/** All proofs of a model. */
export function proofsOf(model: WorkflowModel, outcomes: readonly Outcome[]): readonly Proof[] {
  return [
    ...model.workflows.flatMap((workflow) => declaredProof(model, workflow)),
    ...outcomes.map((outcome) => impliedProof(outcome, outcomes)),
  ];
}

/** The cheapest proof that a resource is in `state` and in none of `excluded`: few calls, and the resource is kept. */
export function cheapestProof(
  proofs: readonly Proof[],
  wanted: { readonly resource: string; readonly state: string; readonly excluded: readonly string[] },
  absent: string,
): Proof | undefined {
  const cost = (proof: Proof): number =>
    proof.steps.length + (proof.after === absent && proof.state !== absent ? 10 : 0);
  return proofs
    .filter(
      (proof) =>
        proof.resource === wanted.resource &&
        proof.state === wanted.state &&
        wanted.excluded.every((state) => proof.excludes.includes(state)),
    )
    .toSorted((left, right) => cost(left) - cost(right))[0];
}
