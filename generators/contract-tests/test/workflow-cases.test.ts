import type { ApiModel, Operation } from '@swas/generator-model';
import { expect, it } from 'vitest';
import { workflowCases } from '../src/cases/workflow-cases.ts';
import { apiKnowledge } from '../src/knowledge/api-knowledge.ts';
import { own } from './models.ts';

/** The API with UUIDs as its tokens. */
function withUuids(model: ApiModel): ApiModel {
  const operations = model.operations.map((operation): Operation => ({
    ...operation,
    parameters: operation.parameters.map((parameter) =>
      parameter.name === operation.idempotencyParameter
        ? { ...parameter, schema: { kind: 'string', format: 'uuid' } }
        : parameter,
    ),
  }));
  return { ...model, operations };
}

/** Whether each new text that the workflows' cases need is a UUID. */
const kindsOfTokens = (model: ApiModel): ReadonlySet<boolean> =>
  new Set(
    workflowCases(apiKnowledge(model)).flatMap(({ inputs }) =>
      inputs.filter(({ kind }) => kind === 'unique').map((input) => 'uuid' in input),
    ),
  );

it('a workflow sends a UUID where a token has to be one', () => {
  expect(kindsOfTokens(own)).toEqual(new Set([false]));
  expect(kindsOfTokens(withUuids(own))).toEqual(new Set([true]));
});
