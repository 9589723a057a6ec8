/** The two files of a suite: the cases as data, and the vitest file that runs them. */
import {
  docComment,
  sourceFile,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
} from '@swas/generator-kit';
import type { Suite } from '../suite.ts';
import { caseText } from './case-text.ts';

/** `<suite>.cases.ts`: what is sent and what must come back. */
export function emitCases(suite: Suite, generator: string): EmittedFile {
  return sourceFile({
    path: `${suite.fileName}.cases.ts`,
    generator,
    statements: [
      {
        kind: StructureKind.ImportDeclaration,
        isTypeOnly: true,
        namedImports: ['ContractCase'],
        moduleSpecifier: '../contract-case.ts',
      },
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: [docComment(`Cases of the suite ${suite.title}.`)],
        declarations: [
          {
            name: 'cases',
            type: 'readonly ContractCase[]',
            initializer: `[${suite.cases.map(caseText).join(',\n')}]`,
          },
        ],
      },
    ],
  });
}

/** `<suite>.contract.ts`: registers the cases with vitest. */
export function emitContract(suite: Suite, generator: string): EmittedFile {
  return sourceFile({
    path: `${suite.fileName}.contract.ts`,
    generator,
    statements: [
      {
        kind: StructureKind.ImportDeclaration,
        namedImports: ['contractSuite'],
        moduleSpecifier: '../run/contract-suite.ts',
      },
      {
        kind: StructureKind.ImportDeclaration,
        namedImports: ['catalogue'],
        moduleSpecifier: './catalogue.ts',
      },
      {
        kind: StructureKind.ImportDeclaration,
        namedImports: ['cases'],
        moduleSpecifier: `./${suite.fileName}.cases.ts`,
      },
      `contractSuite(${stringLiteral(suite.title)}, cases, catalogue);`,
    ],
  });
}
