import { emittedFile, StructureKind, type EmittedFile, type FileText } from '@swas/generator-kit';
import type { Operation } from '@swas/generator-model';
import { callFunction } from './call-function.ts';
import { clientText } from './header.ts';
import { importAll, operationNames, RUNTIME_IMPORT } from './names.ts';

/** `validated/<file>.ts`: the same function, which checks its request before sending it. */
export const emitValidatedOperation = (operation: Operation): EmittedFile =>
  emittedFile(`validated/${operation.fileName}.ts`, print, operation);

function print(operation: Operation): FileText {
  const { method, descriptor, request, result } = operationNames(operation);
  return clientText([
    RUNTIME_IMPORT,
    importAll('Validator', '@swas/validator/validate'),
    {
      kind: StructureKind.ImportDeclaration,
      namedImports: [descriptor, { name: request, isTypeOnly: true }, { name: result, isTypeOnly: true }],
      moduleSpecifier: `../operations/${operation.fileName}.ts`,
    },
    callFunction(operation, `Validator.${method}`),
  ]);
}
