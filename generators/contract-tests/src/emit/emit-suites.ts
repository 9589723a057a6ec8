/** `suites.ts`: every suite with its file, for listing cases and choosing what to run. */
import {
  docComment,
  literal,
  sourceFile,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
} from '@swas/generator-kit';
import type { Suite } from '../suite.ts';

/** Prints the list of suites. */
export function emitSuites(suites: readonly Suite[], generator: string): EmittedFile {
  const entries = suites.map(
    ({ title, fileName }, index) =>
      `{ title: ${literal(title)}, file: ${literal(`${fileName}.contract`)}, cases: cases${index + 1} }`,
  );
  return sourceFile({
    path: 'suites.ts',
    generator,
    statements: [
      {
        kind: StructureKind.ImportDeclaration,
        isTypeOnly: true,
        namedImports: ['Suite'],
        moduleSpecifier: '../contract-case.ts',
      },
      ...suites.map(({ fileName }, index) => ({
        kind: StructureKind.ImportDeclaration,
        namedImports: [{ name: 'cases', alias: `cases${index + 1}` }],
        moduleSpecifier: `./${fileName}.cases.ts`,
      })),
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: [docComment('Every suite, in the order in which they run.')],
        declarations: [{ name: 'suites', type: 'readonly Suite[]', initializer: `[${entries.join(', ')}]` }],
      },
    ],
  });
}
