import type { Operation, Schema } from '@swas/generator-model';
import { expect, test } from 'vitest';
import { baseRequest } from '../src/cases/base-request.ts';
import { apiKnowledge, knowledgeWith } from '../src/knowledge/api-knowledge.ts';
import { lamps } from './models.ts';

const [lamp] = lamps.operations as readonly [Operation];

test('a demanded flattened value leaves a trace on the wire, though nothing inside it is demanded', () => {
  const item: Schema = {
    kind: 'object',
    properties: [{ name: 'Key', required: false, schema: { kind: 'string', example: 'team' } }],
    additional: false,
  };
  const parameter = {
    ...lamp.parameters[0]!,
    name: 'Tag',
    required: true,
    serialization: 'flat' as const,
    schema: { kind: 'array' as const, items: item },
  };
  const { example: _, serverVariable: _variable, ...tag } = parameter;
  const operation = { ...lamp, name: 'TagLamps', parameters: [tag] };
  const model = { ...lamps, operations: [operation], workflows: [] };
  expect(baseRequest(operation, knowledgeWith(apiKnowledge(model), model.schemas)).query).toEqual({
    'Tag.1.Key': ['team'],
  });
});
