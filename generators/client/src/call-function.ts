import type { Operation } from '@swas/generator-model';
import { StructureKind, type FunctionDeclarationStructure } from '@swas/generator-kit';
import { operationDocs } from './documentation.ts';
import { docs } from './header.ts';
import { operationNames } from './names.ts';

/** The standalone function of an operation. `validator` is the name of one or none. */
export function callFunction(
  operation: Operation,
  ...validator: readonly string[]
): FunctionDeclarationStructure {
  const { method, descriptor, request, result } = operationNames(operation);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: method,
    docs: docs(
      operationDocs(operation)
        .replaceAll('await client.', `await `)
        .replace(`await ${method}(`, `await ${method}(connection, `),
    ),
    parameters: [
      { name: 'connection', type: 'Runtime.Connection' },
      { name: 'request', type: request },
      { name: 'options', type: 'Runtime.CallOptions', hasQuestionToken: true },
    ],
    returnType: `Promise<${result}>`,
    statements: [
      {
        returns: {
          callee: 'Runtime.call',
          arguments: ['connection', descriptor, 'request', 'options', ...validator],
        },
      },
    ],
  };
}
