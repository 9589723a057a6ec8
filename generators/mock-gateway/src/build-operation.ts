import { keepText, remember } from '@swas/generator-kit';
import type { NamedSchema, Operation, OperationError, Parameter, Workflow } from '@swas/generator-model';
import { toJsonSchema } from '@swas/generator-model';
import { buildErrorBodies } from './build-error-bodies.ts';
import { buildRules } from './build-rules.ts';
import { exampleOf, fitsSchema } from './example.ts';
import { requestIdForm } from './request-id.ts';

/** One operation with its parameters, its errors, its answer, and what it does to the things that it names. */
export const buildOperation = remember(
  (operation: Operation, schemas: readonly NamedSchema[], workflows: readonly Workflow[]) => {
    const errorBodies = buildErrorBodies(operation, schemas);
    return keepText({
      name: operation.name,
      methodName: operation.methodName,
      method: operation.method,
      summary: operation.summary,
      effect: operation.effect,
      ...(operation.idempotencyParameter === undefined
        ? {}
        : { idempotencyParameter: operation.idempotencyParameter }),
      parameters: operation.parameters.map(buildParameter),
      errors: operation.errors.map(buildError),
      ...(errorBodies.length === 0 ? {} : { errorBodies }),
      success: buildSuccess(operation, schemas),
      rules: buildRules(operation, workflows),
    });
  },
);

function buildParameter(parameter: Parameter) {
  const { name, location, serialization, required, maxTextLength, serverVariable, invalidCode } = parameter;
  return {
    name,
    location,
    serialization,
    required,
    schema: toJsonSchema(parameter.schema),
    ...(maxTextLength === undefined ? {} : { maxTextLength }),
    ...(serverVariable === undefined ? {} : { serverVariable }),
    ...(invalidCode === undefined ? {} : { invalidCode }),
  };
}

/** Status, code and message: what the emulator puts on the wire. */
function buildError({ status, code, message }: OperationError) {
  return { status, code, message };
}

/** What is said of the form of an answer's `RequestId`. */
const requestIds = { upper: {}, lower: { lowerRequestId: true }, own: { ownRequestId: true } } as const;

/**
 * The documented example of the first success response. Where there is none, or documents mask a part of it that has a form to keep,
 * one built from its schema.
 */
function buildSuccess(operation: Operation, schemas: readonly NamedSchema[]) {
  const response = operation.responses.find(({ status }) => status.startsWith('2'));
  const examples = response?.examples.map(({ value }) => value) ?? [];
  const documented = examples.find((value) => fitsSchema(operation.result, value, schemas));
  // A range such as `2XX` is not a status that can be sent.
  const status = Number(response?.status);
  return {
    status: Number.isInteger(status) ? status : 200,
    example: documented ?? exampleOf(operation.result, schemas),
    ...requestIds[requestIdForm(operation.result, schemas) ?? 'own'],
  };
}
