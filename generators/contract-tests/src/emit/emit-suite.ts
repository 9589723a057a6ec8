/** The two files of a suite: what its cases are made of, and the vitest file that runs them. */
import {
  constantText,
  dataExpression,
  emittedFile,
  importOf,
  pageText,
  typeImport,
  type EmittedFile,
  type Expression,
  type FileText,
  type Statement,
} from '@swas/generator-kit';
import type { GatewayError, NamedSchema, Operation } from '@swas/generator-model';
import { workflowCases } from '../cases/workflow-cases.ts';
import { knowledgeWith, type ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { NAME } from '../name.ts';
import { caseData } from './case-data.ts';
import { operationData, sourceData } from './operation-data.ts';

// A dot keeps the two apart from any operation's file name.
export const WORKFLOWS = 'all.workflows';
export const GATEWAY = 'all.gateway';

interface SuiteText {
  readonly imports: readonly Statement[];
  readonly doc: string;
  readonly type?: string;
  readonly value: Expression;
}

const suiteText = (text: SuiteText): FileText => constantText({ generator: NAME, name: 'suite', ...text });

/** `<operation>.cases.ts`: what is sent and what must come back. */
export const printOperation = (
  operation: Operation,
  schemas: readonly NamedSchema[],
  knowledge: ApiKnowledge,
): FileText => {
  const data = operationData(operation, knowledgeWith(knowledge, schemas));
  return suiteText({
    imports: [importOf('operationSuite', '../operation/operation-suite.ts')],
    doc: `${operation.name}: a valid request, its limits and its answers.`,
    value: { callee: 'operationSuite', arguments: [dataExpression(data)] },
  });
};

/** `all.workflows.cases.ts`: the sequences of calls that the spec tells. */
export const printWorkflows = (knowledge: ApiKnowledge): FileText => {
  const cases = workflowCases(knowledge).map(caseData);
  const data = { title: 'Workflows', file: `${WORKFLOWS}.contract`, cases };
  return suiteText({
    imports: [typeImport('Suite', '../contract-case.ts')],
    doc: 'Sequences of calls, and what each call of them must bring about.',
    type: 'Suite',
    value: dataExpression(data),
  });
};

/** Status and code where the documents fix them; otherwise only that the request is refused. */
const gatewayData = ({ condition, open, status, code, source }: GatewayError): object => ({
  condition,
  expect: open ? { kind: 'refusal' } : { kind: 'answer', status, code },
  source: source && sourceData(source),
});

/** `all.gateway.cases.ts`: what every request must carry. */
export const printGateway = (errors: readonly GatewayError[]): FileText =>
  suiteText({
    imports: [
      importOf('gatewaySuite', '../operation/gateway-suite.ts'),
      importOf('operationSuites', './operations.ts'),
    ],
    doc: 'What the gateway refuses, whatever is asked for.',
    value: {
      callee: 'gatewaySuite',
      arguments: ['operationSuites', dataExpression(errors.map(gatewayData))],
    },
  });

const printContract = (fileName: string): FileText =>
  pageText({
    generator: NAME,
    statements: [
      importOf('contractSuite', '../run/contract-suite.ts'),
      importOf('catalogue', './catalogue.ts'),
      importOf('suite', `./${fileName}.cases.ts`),
      'contractSuite(suite, catalogue);',
    ],
  });

/** `<suite>.contract.ts`: registers the cases with vitest. */
export const contractFile = (fileName: string): EmittedFile =>
  emittedFile(`${fileName}.contract.ts`, printContract, fileName);
