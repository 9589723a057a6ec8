import {
  docComment,
  requestDeclaration,
  resultDeclaration,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
  type Statement,
} from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';
import { callFunction } from './call-function.ts';
import { descriptorText } from './descriptor.ts';
import { errorCodeDocs } from './documentation.ts';
import { docs, emittedFile } from './header.ts';
import { operationNames, qualifiedTypeNames, RUNTIME_IMPORT } from './names.ts';

/** `operations/<file>.ts`: everything about one operation but the check of its requests. */
export function emitOperation(model: ApiModel, operation: Operation): EmittedFile {
  const names = qualifiedTypeNames(model);
  const types = [requestDeclaration(operation, names), resultDeclaration(operation, names)];
  const usesModels = JSON.stringify(types).includes('Models.');
  return emittedFile(`operations/${operation.fileName}.ts`, [
    RUNTIME_IMPORT,
    ...(usesModels ? [`import type * as Models from '../models.ts';`] : []),
    ...types,
    ...errorTypes(operation),
    descriptor(model, operation),
    callFunction(operation),
    guard(operation),
  ]);
}

function codesOf({ errors }: Operation): string[] {
  return [...new Set(errors.map(({ code }) => code))].map(stringLiteral);
}

function errorTypes(operation: Operation): Statement[] {
  const { errorCode, error } = operationNames(operation);
  const alias = { kind: StructureKind.TypeAlias, isExported: true } as const;
  const text = docComment(`An answer with a code that is documented for ${operation.name}.`);
  return [
    {
      ...alias,
      name: errorCode,
      docs: docs(errorCodeDocs(operation)),
      type: codesOf(operation).join(' | ') || 'never',
    },
    { ...alias, name: error, docs: docs(text), type: `Runtime.ServiceError<${errorCode}>` },
  ];
}

function descriptor(model: ApiModel, operation: Operation): Statement {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: docs(docComment(`How ${operation.name} goes over the wire.`)),
    declarations: [
      {
        name: operationNames(operation).descriptor,
        type: 'Runtime.OperationDescriptor',
        initializer: descriptorText(model, operation),
      },
    ],
  };
}

function guard(operation: Operation): Statement {
  const { guard: name, error } = operationNames(operation);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: docs(
      docComment(
        `Whether an error is an answer to ${operation.name} with a documented code. Its \`code\` is then one of the literals, and a switch over it can be exhaustive.`,
      ),
    ),
    parameters: [{ name: 'error', type: 'unknown' }],
    returnType: `error is ${error}`,
    statements: [
      `return Runtime.isServiceError(error, ${stringLiteral(operation.name)}, [${codesOf(operation).join(', ')}]);`,
    ],
  };
}
