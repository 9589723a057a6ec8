/** What generators share: the shape of a generator, TypeScript text from data, declarations of the model's types. */
export {
  emittedFile,
  UnsupportedError,
  type EmittedFile,
  type FileText,
  type Generator,
  type Recipe,
} from './emitted-file.ts';
export { docComment, literal, literalKey, propertyName, stringLiteral } from './text.ts';
export {
  fileText,
  header,
  pageText,
  sourceFile,
  type FileTextOptions,
  type SourceFileOptions,
} from './source-file.ts';
export { printedStatement } from './print-statement.ts';
export { keepText } from './kept-text.ts';
export { schemasByName } from './named-schemas.ts';
export { remember } from './remember.ts';
export {
  StructureKind,
  VariableDeclarationKind,
  type DocStructure,
  type ExportDeclarationStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type MethodDeclarationStructure,
  type ParameterDeclarationStructure,
  type PrintedStatement,
  type PropertySignatureStructure,
  type Statement,
  type StatementStructure,
  type TypeAliasDeclarationStructure,
} from './structures.ts';
export { constantText, type ConstantTextOptions } from './constant-text.ts';
export { importOf, typeImport } from './imports.ts';
export { dataExpression, expressionText, type Expression } from './expression.ts';
export type { TypeExpression } from './type-expression.ts';
export { typeExpression, typeNamesOf, type TypeNames } from './type-text.ts';
export { limitsText } from './limits-text.ts';
export {
  requestDeclaration,
  resultDeclaration,
  schemaDeclaration,
  sourceText,
  type TypeDeclaration,
} from './declarations.ts';
export { generateInto, render } from './generate.ts';
