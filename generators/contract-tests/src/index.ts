/** Emits the contract suite: what its cases are made of, one vitest file for each suite, and a catalogue of the API. */
import { emittedFile, type EmittedFile, type Generator } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { workflowCases } from './cases/workflow-cases.ts';
import { catalogueFile } from './emit/emit-catalogue.ts';
import { printOperations, printSuites } from './emit/emit-lists.ts';
import {
  contractFile,
  GATEWAY,
  printGateway,
  printOperation,
  printWorkflows,
  WORKFLOWS,
} from './emit/emit-suite.ts';
import { apiKnowledge } from './knowledge/api-knowledge.ts';
import { NAME } from './name.ts';
import { reachedSchemas } from './values/reached-schemas.ts';

export { idOf } from './knowledge/resource-ids.ts';
export type { ContractCase } from './contract-case.ts';

function emit(model: ApiModel): readonly EmittedFile[] {
  const { operations, schemas, gatewayErrors } = model;
  const knowledge = apiKnowledge(model);
  const index = new Map(schemas.map((named) => [named.name, named]));
  const hasWorkflows = workflowCases(knowledge).length > 0;
  const hasGateway = gatewayErrors.length > 0;
  const suites = [
    ...operations.map((operation) => {
      const reached = reachedSchemas(operation, index);
      return emittedFile(`${operation.fileName}.cases.ts`, printOperation, operation, reached, knowledge);
    }),
    ...(hasWorkflows ? [emittedFile(`${WORKFLOWS}.cases.ts`, printWorkflows, knowledge)] : []),
    ...(hasGateway ? [emittedFile(`${GATEWAY}.cases.ts`, printGateway, gatewayErrors)] : []),
  ];
  const names = operations.map(({ fileName }) => fileName).join(' ');
  return [
    ...suites.flatMap((cases) => [cases, contractFile(cases.path.slice(0, -'.cases.ts'.length))]),
    emittedFile('operations.ts', printOperations, names),
    emittedFile('suites.ts', printSuites, hasWorkflows, hasGateway),
    catalogueFile(model, knowledge),
  ];
}

/** The generator. Emitted paths, in this order: cases and contract file of each suite, the lists of suites, `catalogue.ts`. */
export const generator: Generator = { name: NAME, emit };
