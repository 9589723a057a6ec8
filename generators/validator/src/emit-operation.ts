import {
  docComment,
  requestDeclaration,
  sourceFile,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
  type TypeNames,
} from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';
import type { Resolve } from './decoders.ts';
import { factsExpression } from './facts.ts';
import { typeNamesUsed } from './type-names-used.ts';

/** What all operations of a model have in common while they are emitted. */
export interface EmitContext {
  readonly generator: string;
  readonly model: ApiModel;
  readonly names: TypeNames;
  readonly resolve: Resolve;
}

/** The typed validator of an operation, beside its check. */
export function emitOperation(operation: Operation, context: EmitContext): EmittedFile {
  const facts = factsExpression(operation, context.model, context.resolve);
  const type = `${operation.typeName}Request`;
  const support = [...new Set(['createValidator', ...facts.uses])].toSorted();
  return sourceFile({
    path: `operations/${operation.fileName}.ts`,
    generator: context.generator,
    statements: [
      `import { ${support.join(', ')}, type Validator } from '../../support.ts';`,
      `import { check, is } from './${operation.fileName}.check.ts';`,
      "import { sentences } from '../sentences.ts';",
      ...typeImport(typeNamesUsed(operation.request, context.model)),
      requestDeclaration(operation, context.names),
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: [
          { description: `\n${docComment(`Validates requests of ${operation.name}.`, operation.summary)}` },
        ],
        declarations: [
          {
            name: operation.methodName,
            type: `Validator<${type}>`,
            initializer: `/* @__PURE__ */ createValidator<${type}>(is, check, ${facts.text})`,
          },
        ],
      },
    ],
  });
}

function typeImport(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`import type { ${names.join(', ')} } from '../schemas.ts';`];
}

/** The guard of an operation alone, for a bundle that needs no issues. */
export function emitGuard(operations: readonly Operation[], generator: string): EmittedFile {
  const imports = operations.flatMap(({ fileName, typeName, methodName }) => [
    `import { is as ${methodName}Guard } from './operations/${fileName}.check.ts';`,
    `import type { ${typeName}Request } from './operations/${fileName}.ts';`,
  ]);
  const guards = operations.map(({ methodName, typeName, name }) => {
    const type = `(value: unknown) => value is ${typeName}Request`;
    const docs = docComment(`Whether the value is a valid request of ${name}. Never throws.`);
    return `/** ${docs} */\nexport const ${methodName}: ${type} = ${methodName}Guard as ${type};`;
  });
  return sourceFile({
    path: 'is.ts',
    generator,
    statements: [...imports, ...guards],
  });
}
