import type { Generator } from '@swas/generator-kit';
import { emitClient } from './emit-client.ts';
import { emitEndpoints } from './emit-endpoints.ts';
import { emitIndex } from './emit-index.ts';
import { emitModels } from './emit-models.ts';
import { emitOperation } from './emit-operation.ts';
import { emitValidatedOperation } from './emit-validated-operation.ts';
import { generatorName } from './header.ts';

/**
 * Emits the typed client: one file per operation over the runtime, and everything twice where it matters: with and without
 * validation of requests, so that a program without it holds none of the validator.
 */
export const generator: Generator = {
  name: generatorName,
  emit: (model) => [
    emitModels(model),
    emitEndpoints(model),
    ...model.operations.map((operation) => emitOperation(model, operation)),
    ...model.operations.map((operation) => emitValidatedOperation(operation)),
    emitClient(model, { path: 'client.ts', operations: 'validated' }),
    emitClient(model, { path: 'unvalidated-client.ts', operations: 'operations' }),
    emitIndex(model, { path: 'index.ts', client: 'client.ts', operations: 'validated' }),
    emitIndex(model, { path: 'unvalidated.ts', client: 'unvalidated-client.ts', operations: 'operations' }),
  ],
};
