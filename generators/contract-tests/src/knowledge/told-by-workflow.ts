import type { WorkflowInput } from '@swas/generator-model';
import { inputsOf } from '../values/template-text.ts';
import type { WorkflowModel } from './workflow-model.ts';

/**
 * Whether a workflow already tells what a case of its own would: has a call of the operation that tells it.
 *
 * @param tells judges a call by the inputs that it uses, once for each parameter that uses one
 */
export const isToldByWorkflow = (
  { workflows }: WorkflowModel,
  operation: string,
  tells: (used: readonly WorkflowInput[]) => boolean,
): boolean =>
  workflows.some(({ inputs, steps }) =>
    steps.some((step) => {
      if (step.operation !== operation) return false;
      const used = Object.values(step.parameters).flatMap(inputsOf);
      return tells(used.flatMap((name) => inputs.find((input) => input.name === name) ?? []));
    }),
  );
