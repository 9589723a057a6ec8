/**
 * A call on one resource, told apart from which resource, which region and which token it was made with: the unit in
 * which the workflows teach what an operation does to a resource.
 */
import type { Step, Workflow, WorkflowInput } from '@swas/generator-model';
import type { Query } from '../contract-case.ts';
import { inputsOf, renameInputs, toEmittedText } from '../values/template-text.ts';

/** Input name of the resource in a shape; server variables are named `variable.` and their name. */
export const RESOURCE = 'resource';
export const VARIABLE_PREFIX = 'variable.';

export interface Shape {
  readonly operation: string;
  readonly query: Query;
  /** Equal for equal calls. */
  readonly key: string;
}

/** A shape and the workflow's input that it was called with. */
export interface ShapedStep {
  readonly shape: Shape;
  readonly input: WorkflowInput & { readonly kind: 'resource' };
}

const isToken = (input: WorkflowInput | undefined): boolean => input?.kind === 'unique';

function canonicalName(input: WorkflowInput): string {
  return input.kind === 'server-variable' ? `${VARIABLE_PREFIX}${input.variable}` : RESOURCE;
}

/** The shape of a step, or `undefined` for a call on several resources, on none, or outside the run's own region. */
export function shapeOf(workflow: Workflow, step: Step): ShapedStep | undefined {
  const inputs = new Map(workflow.inputs.map((input) => [input.name, input]));
  const named = (name: string): WorkflowInput | undefined => inputs.get(name);
  const kept = Object.entries(step.parameters).filter(
    ([, template]) => !inputsOf(template).some((name) => isToken(named(name))),
  );
  const used = [...new Set(kept.flatMap(([, template]) => inputsOf(template)))].flatMap(
    (name) => named(name) ?? [],
  );
  const resources = used.filter((input) => input.kind === 'resource');
  const [input] = resources;
  if (input === undefined || resources.length > 1) return undefined;
  if (used.some((one) => one.kind === 'server-variable' && one.other)) return undefined;

  const canonical = (name: string): string => {
    const found = named(name);
    return found === undefined ? name : canonicalName(found);
  };
  const query = Object.fromEntries(
    kept.map(([name, template]) => [name, renameInputs(template, canonical)] as const),
  );
  const texts = Object.entries(query).map(([name, template]) => [name, toEmittedText(template)]);
  return {
    input,
    shape: { operation: step.operation, query, key: JSON.stringify([step.operation, texts.toSorted()]) },
  };
}
