/** The lists of suites: those of the operations, which others are made of, and all of them. */
import { constantText, importOf, typeImport, type FileText, type Statement } from '@swas/generator-kit';
import { NAME } from '../name.ts';
import { GATEWAY, WORKFLOWS } from './emit-suite.ts';

interface List {
  readonly imports: readonly Statement[];
  readonly name: string;
  readonly type: string;
  readonly doc: string;
  readonly items: readonly string[];
}

const listText = ({ type, items, ...others }: List): FileText =>
  constantText({ generator: NAME, ...others, type: `readonly ${type}[]`, value: { items } });

/**
 * `operations.ts`.
 * @param fileNames of the operations, by spaces: one text, so that an edit that adds no operation leaves the file alone.
 */
export function printOperations(fileNames: string): FileText {
  const files = fileNames === '' ? [] : fileNames.split(' ');
  const names = files.map((_, index) => `suite${index + 1}`);
  return listText({
    imports: [
      typeImport('OperationSuite', '../operation/operation-suite.ts'),
      ...files.map((file, index) => importOf('suite', `./${file}.cases.ts`, names[index])),
    ],
    name: 'operationSuites',
    type: 'OperationSuite',
    doc: 'The suite of each operation.',
    items: names,
  });
}

/** `suites.ts`. Rules about several calls come late: what the operations need of resources is known before. */
export function printSuites(hasWorkflows: boolean, hasGateway: boolean): FileText {
  const others = [
    ...(hasWorkflows ? [{ name: 'workflows', file: WORKFLOWS }] : []),
    ...(hasGateway ? [{ name: 'gateway', file: GATEWAY }] : []),
  ];
  return listText({
    imports: [
      typeImport('Suite', '../contract-case.ts'),
      importOf('operationSuites', './operations.ts'),
      ...others.map(({ name, file }) => importOf('suite', `./${file}.cases.ts`, name)),
    ],
    name: 'suites',
    type: 'Suite',
    doc: 'Every suite, in the order in which they run.',
    items: ['...operationSuites', ...others.map(({ name }) => name)],
  });
}
