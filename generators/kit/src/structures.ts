/**
 * The parts of TypeScript that generators emit, as data: the same shapes and names as ts-morph's structures, of which this is the part
 * that is used. ts-morph is not loaded for them: that takes longer than everything else about a small spec.
 */

import type { Expression } from './expression.ts';
import type { TypeExpression } from './type-expression.ts';

/** Kinds of statements, numbered as ts-morph numbers them. */
export const StructureKind = {
  Class: 2,
  ExportDeclaration: 11,
  Function: 13,
  ImportDeclaration: 16,
  Interface: 19,
  TypeAlias: 38,
  VariableStatement: 41,
} as const;

type Kind<Name extends keyof typeof StructureKind> = { readonly kind: (typeof StructureKind)[Name] };

/** How a variable is declared. */
export const VariableDeclarationKind = { Const: 'const' } as const;

/** A documentation comment. A description that begins with a line end gives one of several lines. */
export type DocStructure = string | { readonly description: string };

interface Documented {
  readonly docs?: readonly DocStructure[];
}

interface Exported extends Documented {
  readonly isExported?: boolean;
  readonly name: string;
}

/** A property of an interface. */
export interface PropertySignatureStructure extends Documented {
  readonly name: string;
  readonly isReadonly?: boolean;
  readonly hasQuestionToken?: boolean;
  readonly type: TypeExpression;
}

/** `interface … { … }` */
export interface InterfaceDeclarationStructure extends Kind<'Interface'>, Exported {
  readonly extends?: readonly string[];
  readonly properties: readonly PropertySignatureStructure[];
}

/** `type … = …;` */
export interface TypeAliasDeclarationStructure extends Kind<'TypeAlias'>, Exported {
  readonly type: TypeExpression;
}

/** A parameter of a function. */
export interface ParameterDeclarationStructure {
  readonly name: string;
  readonly type: string;
  readonly hasQuestionToken?: boolean;
}

interface Callable extends Documented {
  readonly name: string;
  readonly parameters: readonly ParameterDeclarationStructure[];
  readonly returnType: string;
  readonly statements: readonly (string | ReturnStatement)[];
}

/** `return …;` */
export interface ReturnStatement {
  readonly returns: Expression;
}

/** `function …(…): … { … }` */
export interface FunctionDeclarationStructure extends Kind<'Function'>, Callable {
  readonly isExported?: boolean;
}

/** A method of a class. */
export interface MethodDeclarationStructure extends Callable {}

/** `class … { … }` */
export interface ClassDeclarationStructure extends Kind<'Class'>, Exported {
  readonly extends?: string;
  readonly methods: readonly MethodDeclarationStructure[];
}

/** `const … : … = …;` */
export interface VariableStatementStructure extends Kind<'VariableStatement'>, Documented {
  readonly isExported?: boolean;
  readonly declarationKind: (typeof VariableDeclarationKind)[keyof typeof VariableDeclarationKind];
  readonly declarations: readonly {
    readonly name: string;
    readonly type?: string;
    readonly initializer: Expression;
  }[];
}

/** A name of another file, and what it is called here. */
export type SpecifierStructure =
  | string
  | { readonly name: string; readonly alias?: string; readonly isTypeOnly?: boolean };

/** `import { … } from '…';` or `import * as … from '…';` */
export interface ImportDeclarationStructure extends Kind<'ImportDeclaration'> {
  readonly isTypeOnly?: boolean;
  readonly namedImports?: readonly SpecifierStructure[];
  readonly namespaceImport?: string;
  /** Without quotes: a path of an emitted file or the name of a package, never a text of the spec. */
  readonly moduleSpecifier: string;
}

/** `export { … } from '…';` or `export * as … from '…';`; `export {};` without a module. */
export interface ExportDeclarationStructure extends Kind<'ExportDeclaration'> {
  readonly isTypeOnly?: boolean;
  readonly namedExports?: readonly SpecifierStructure[];
  readonly namespaceExport?: string;
  /** As that of an import. */
  readonly moduleSpecifier?: string;
}

/** A statement as data. */
export type StatementStructure =
  | ClassDeclarationStructure
  | ExportDeclarationStructure
  | FunctionDeclarationStructure
  | ImportDeclarationStructure
  | InterfaceDeclarationStructure
  | TypeAliasDeclarationStructure
  | VariableStatementStructure;

/** What `printedStatement` made of a statement. */
export interface PrintedStatement {
  readonly kind: 'printed';
  readonly text: string;
  /** Whether the formatter would leave it as it is. */
  readonly isFormatted: boolean;
  /** Whether blank lines stand around it. */
  readonly hasBlock: boolean;
}

/** A statement as data, printed, or as text that was built with the helpers of `text.ts`. */
export type Statement = StatementStructure | PrintedStatement | string;
