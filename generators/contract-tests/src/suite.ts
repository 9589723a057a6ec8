/** All cases of a model, in the files that they are emitted in. */
import type { ApiModel } from '@swas/generator-model';
import { baseRequest } from './cases/base-request.ts';
import { batchCases } from './cases/batch-cases.ts';
import { constraintCases } from './cases/constraint-cases.ts';
import { gatewayCases } from './cases/gateway-cases.ts';
import { identityCases } from './cases/identity-cases.ts';
import { tokenCases } from './cases/token-cases.ts';
import { validCases } from './cases/valid-cases.ts';
import { workflowCases } from './cases/workflow-cases.ts';
import type { ContractCase } from './contract-case.ts';
import { apiKnowledge, type ApiKnowledge } from './knowledge/api-knowledge.ts';

/** The cases of one emitted file. */
export interface Suite {
  readonly title: string;
  /** Kebab-case file name without extension. */
  readonly fileName: string;
  readonly cases: readonly ContractCase[];
}

/** Rules about several calls first: they use up resources in their initial state, which later cases no longer need. */
export function suitesOf(model: ApiModel, knowledge: ApiKnowledge = apiKnowledge(model)): readonly Suite[] {
  const bases = model.operations.map((operation) => baseRequest(operation, knowledge));
  const operations = bases.map((base) => ({
    title: base.operation.name,
    fileName: base.operation.fileName,
    cases: [
      ...validCases(base, knowledge),
      ...constraintCases(base, knowledge),
      ...identityCases(base, knowledge),
      ...batchCases(base, knowledge),
      ...tokenCases(base.operation, knowledge),
    ],
  }));
  // A dot keeps the two apart from any operation's file name.
  const all = [
    ...operations,
    { title: 'Workflows', fileName: 'all.workflows', cases: workflowCases(knowledge) },
    { title: 'Gateway', fileName: 'all.gateway', cases: gatewayCases(bases, knowledge) },
  ];
  return all.filter(({ cases }) => cases.length > 0);
}
