import type { Operation, Step, Workflow, WorkflowInput } from '@swas/generator-model';

type ResourceInput = Extract<WorkflowInput, { kind: 'resource' }>;

/**
 * What an operation does to a resource in each state. A workflow whose only step is a call with one resource tells it: the state that
 * the input has before, the state after, and the `Code` when the step must be refused.
 */
export function buildRules(operation: Operation, workflows: readonly Workflow[]) {
  const rules = workflows.flatMap((workflow) => buildRule(operation, workflow) ?? []);
  // Several workflows may state one fact, for example a rule and a proof.
  const byText = new Map(rules.map((rule) => [JSON.stringify(rule), rule]));
  return [...byText.values()];
}

function buildRule(operation: Operation, { steps, inputs, after }: Workflow) {
  const [step] = steps;
  const resources = inputs.filter((input) => input.kind === 'resource');
  const [resource] = resources;
  if (step === undefined || resource === undefined || step.operation !== operation.name) return undefined;
  const parameter = parameterOf(operation, step, resource);
  if (steps.length > 1 || resources.length > 1 || parameter === undefined) return undefined;
  const refusal = refusalOf(operation, step);
  return {
    when: fixedValues(operation, step),
    parameter,
    resource: resource.resource,
    from: resource.state,
    to: after[resource.name] ?? resource.state,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** The parameter whose text, or whose part as in `ImageId.1`, holds the resource's id. */
function parameterOf(
  operation: Operation,
  { parameters }: Step,
  { name }: ResourceInput,
): string | undefined {
  const entries = Object.entries(parameters);
  const holds = ([, template]: (typeof entries)[number]): boolean =>
    template.some((part) => typeof part !== 'string' && part.input === name);
  const key = entries.find(holds)?.[0];
  const isWhole = operation.parameters.some((parameter) => parameter.name === key);
  const whole = operation.parameters.find((parameter) => key?.startsWith(`${parameter.name}.`) === true);
  return isWhole ? key : (whole?.name ?? key);
}

/** Enum values decide what a call does; other fixed texts are samples. */
function fixedValues(operation: Operation, { parameters }: Step): Readonly<Record<string, string>> {
  const names = operation.parameters.filter(({ schema }) => schema.kind === 'enum').map(({ name }) => name);
  return Object.fromEntries(
    names.flatMap((name) => {
      const template = parameters[name];
      const fixed = template?.every((part) => typeof part === 'string') === true;
      return fixed ? [[name, template.join('')]] : [];
    }),
  );
}

/** The `Code` of a refusal; where the workflow names its status alone, that of the error which the operation documents for it. */
function refusalOf({ errors }: Operation, { criteria }: Step): string | undefined {
  const status = criteria.find(({ kind }) => kind === 'status')?.equals;
  if (typeof status !== 'number' || status < 400) return undefined;
  const code = criteria.find(
    (criterion) => criterion.kind === 'body' && criterion.pointer === '/Code',
  )?.equals;
  return typeof code === 'string' ? code : errors.find((error) => error.status === status)?.code;
}
