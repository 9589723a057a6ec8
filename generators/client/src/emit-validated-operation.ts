import type { EmittedFile } from '@swas/generator-kit';
import type { Operation } from '@swas/generator-model';
import { callFunction } from './call-function.ts';
import { emittedFile } from './header.ts';
import { operationNames, RUNTIME_IMPORT } from './names.ts';

/** `validated/<file>.ts`: the same function, which checks its request before sending it. */
export function emitValidatedOperation(operation: Operation): EmittedFile {
  const { method, descriptor, request, result } = operationNames(operation);
  const from = `'../operations/${operation.fileName}.ts'`;
  return emittedFile(`validated/${operation.fileName}.ts`, [
    RUNTIME_IMPORT,
    `import * as Validator from '@swas/validator';`,
    `import { ${descriptor}, type ${request}, type ${result} } from ${from};`,
    callFunction(operation, `Validator.${method}.validate`),
  ]);
}
