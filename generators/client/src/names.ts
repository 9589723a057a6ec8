import {
  StructureKind,
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
} from '@swas/generator-kit';
import type { Operation } from '@swas/generator-model';

/** `import * as … from '…';` */
export const importAll = (namespaceImport: string, moduleSpecifier: string): ImportDeclarationStructure => ({
  kind: StructureKind.ImportDeclaration,
  namespaceImport,
  moduleSpecifier,
});

type Specifiers = NonNullable<ExportDeclarationStructure['namedExports']>;

/** `import { … } from '…';`, of types if so asked. */
export const importFrom = (
  moduleSpecifier: string,
  namedImports: Specifiers,
  isTypeOnly = false,
): ImportDeclarationStructure => ({
  kind: StructureKind.ImportDeclaration,
  isTypeOnly,
  namedImports,
  moduleSpecifier,
});

/** `export { … } from '…';`, of types if so asked. */
export const exportFrom = (
  moduleSpecifier: string,
  namedExports: Specifiers,
  isTypeOnly = false,
): ExportDeclarationStructure => ({
  kind: StructureKind.ExportDeclaration,
  isTypeOnly,
  namedExports,
  moduleSpecifier,
});

/**
 * Imports of emitted files are namespaces with a capital letter. Emitted functions begin with a small letter and emitted
 * types end in a suffix, so no operation's or schema's name can collide with them.
 */
export const RUNTIME_IMPORT = importAll('Runtime', '@swas/runtime');

/** Names that belong to one operation. */
export const operationNames = ({ methodName, typeName }: Operation) => ({
  method: methodName,
  descriptor: `${methodName}Operation`,
  request: `${typeName}Request`,
  result: `${typeName}Result`,
  errorCode: `${typeName}ErrorCode`,
  error: `${typeName}Error`,
  guard: `is${typeName}Error`,
});
