import { StructureKind, type Statement } from './structures.ts';

/** An import of one name. */
export const importOf = (name: string, moduleSpecifier: string, alias?: string): Statement => ({
  kind: StructureKind.ImportDeclaration,
  namedImports: [alias === undefined ? name : { name, alias }],
  moduleSpecifier,
});

/** An import of one type. */
export const typeImport = (name: string, moduleSpecifier: string): Statement => ({
  kind: StructureKind.ImportDeclaration,
  isTypeOnly: true,
  namedImports: [name],
  moduleSpecifier,
});
