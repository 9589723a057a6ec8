import {
  docComment,
  emittedFile,
  requestDeclaration,
  resultDeclaration,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
  type Expression,
  type FileText,
  type Statement,
  type TypeExpression,
} from '@swas/generator-kit';
import type { ApiModel, NamedSchema, Operation } from '@swas/generator-model';
import { callFunction } from './call-function.ts';
import { descriptorExpression, requiredProperties } from './descriptor.ts';
import { errorCodeDocs } from './documentation.ts';
import { clientText, docs } from './header.ts';
import { importAll, operationNames, RUNTIME_IMPORT } from './names.ts';
import { reachedSchemas } from './reached-schemas.ts';

/** `operations/<file>.ts`: everything about one operation but the check of its requests. */
export function emitOperation(model: ApiModel, operation: Operation): EmittedFile {
  const required = requiredProperties(model, operation);
  const schemas = reachedSchemas(model, operation);
  return emittedFile(
    `operations/${operation.fileName}.ts`,
    print,
    operation,
    model.version,
    required,
    ...schemas,
  );
}

function print(
  operation: Operation,
  version: string,
  required: string,
  ...schemas: readonly NamedSchema[]
): FileText {
  const names = new Map(schemas.map(({ name, typeName }) => [name, `Models.${typeName}`]));
  return clientText([
    RUNTIME_IMPORT,
    ...(schemas.length > 0 ? [{ ...importAll('Models', '../models.ts'), isTypeOnly: true }] : []),
    requestDeclaration(operation, names),
    resultDeclaration(operation, names),
    ...errorTypes(operation),
    descriptor(operation, descriptorExpression(operation, version, required)),
    callFunction(operation),
    guard(operation),
  ]);
}

function codesOf({ errors }: Operation): string[] {
  return [...new Set(errors.map(({ code }) => code))].map(stringLiteral);
}

const union = ([first = 'never', ...others]: readonly string[]): TypeExpression =>
  others.length === 0 ? first : { union: [first, ...others] };

function errorTypes(operation: Operation): Statement[] {
  const { errorCode, error } = operationNames(operation);
  const alias = { kind: StructureKind.TypeAlias, isExported: true } as const;
  const text = docComment(`An answer with a code that is documented for ${operation.name}.`);
  return [
    {
      ...alias,
      name: errorCode,
      docs: docs(errorCodeDocs(operation)),
      type: union(codesOf(operation)),
    },
    { ...alias, name: error, docs: docs(text), type: `Runtime.ServiceError<${errorCode}>` },
  ];
}

function descriptor(operation: Operation, initializer: Expression): Statement {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: docs(docComment(`How ${operation.name} goes over the wire.`)),
    declarations: [
      {
        name: operationNames(operation).descriptor,
        type: 'Runtime.OperationDescriptor',
        initializer,
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
      {
        returns: {
          callee: 'Runtime.isServiceError',
          arguments: ['error', stringLiteral(operation.name), { items: codesOf(operation) }],
        },
      },
    ],
  };
}
