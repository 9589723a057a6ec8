/** What generators share: the shape of a generator, TypeScript text from data, declarations of the model's types. */
export { UnsupportedError, type EmittedFile, type Generator } from './emitted-file.ts';
export { dataText, docComment, literal, propertyName, stringLiteral } from './text.ts';
export { header, sourceFile, type SourceFileOptions } from './source-file.ts';
export {
  StructureKind,
  VariableDeclarationKind,
  type DocStructure,
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type MethodDeclarationStructure,
  type ParameterDeclarationStructure,
  type PropertySignatureStructure,
  type Statement,
  type StatementStructure,
  type TypeAliasDeclarationStructure,
} from './structures.ts';
export { typeNamesOf, typeText, type TypeNames } from './type-text.ts';
export { limitsText } from './limits-text.ts';
export {
  requestDeclaration,
  resultDeclaration,
  schemaDeclaration,
  sourceText,
  type TypeDeclaration,
} from './declarations.ts';
export { render } from './generate.ts';
