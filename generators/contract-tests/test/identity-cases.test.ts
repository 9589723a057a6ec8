import { isDeepStrictEqual } from 'node:util';
import type { ApiModel } from '@swas/generator-model';
import { expect, it } from 'vitest';
import { baseRequest } from '../src/cases/base-request.ts';
import { identityCases } from '../src/cases/identity-cases.ts';
import { apiKnowledge, knowledgeWith } from '../src/knowledge/api-knowledge.ts';
import { own } from './models.ts';

function identityRules(model: ApiModel): ReadonlySet<string> {
  const knowledge = knowledgeWith(apiKnowledge(model), model.schemas);
  const cases = model.operations.flatMap((operation) =>
    identityCases(baseRequest(operation, knowledge), knowledge),
  );
  return new Set(cases.map(({ rule }) => rule.id.replace(/^.*\./, '')));
}

it('a call is refused elsewhere only where the workflows say that it refuses what does not exist', () => {
  expect(identityRules(own)).toEqual(new Set(['exact', 'isolation']));
  const notFound = { kind: 'status', equals: 404 };
  const workflows = own.workflows.filter(({ steps }) =>
    steps.every(({ criteria }) => criteria.every((criterion) => !isDeepStrictEqual(criterion, notFound))),
  );
  expect(identityRules({ ...own, workflows })).toEqual(new Set());
});
