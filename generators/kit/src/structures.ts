/**
 * The parts of TypeScript that generators emit, as data: the same shapes and names as ts-morph's structures, of which this is the part
 * that is used. ts-morph is not loaded for them: that takes longer than everything else about a small spec.
 */

/** Kinds of statements, numbered as ts-morph numbers them. */
export const StructureKind = {
  Class: 2,
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
  readonly type: string;
}

/** `interface … { … }` */
export interface InterfaceDeclarationStructure extends Kind<'Interface'>, Exported {
  readonly extends?: readonly string[];
  readonly properties: readonly PropertySignatureStructure[];
}

/** `type … = …;` */
export interface TypeAliasDeclarationStructure extends Kind<'TypeAlias'>, Exported {
  readonly type: string;
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
  readonly statements: readonly string[];
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
    readonly initializer: string;
  }[];
}

/** `import { … } from '…';` */
export interface ImportDeclarationStructure extends Kind<'ImportDeclaration'> {
  readonly isTypeOnly?: boolean;
  readonly namedImports: readonly (string | { readonly name: string; readonly alias?: string })[];
  /** Without quotes: a path of an emitted file or the name of a package, never a text of the spec. */
  readonly moduleSpecifier: string;
}

/** A statement as data. */
export type StatementStructure =
  | ClassDeclarationStructure
  | FunctionDeclarationStructure
  | ImportDeclarationStructure
  | InterfaceDeclarationStructure
  | TypeAliasDeclarationStructure
  | VariableStatementStructure;

/** A statement as data, or as text that was built with the helpers of `text.ts`. */
export type Statement = StatementStructure | string;
