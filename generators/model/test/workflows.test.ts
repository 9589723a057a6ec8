import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel, loadSpec, type ApiModel } from '../src/index.ts';
import { load, writeFolder } from './support/load.ts';
import { workflowSpec, workflowText, type WorkflowParts } from './support/workflow-text.ts';

const loadWorkflow = (parts: WorkflowParts): ApiModel =>
  load(workflowSpec, { 'workflows.arazzo.yaml': workflowText(parts) });

/** Criteria and parameters of the only step, made from one condition and one value. */
function stepOf(value: string, condition = '$statusCode == 200'): unknown {
  const steps = `- stepId: one
  operationId: Act
  parameters: [{ name: ImageId, in: query, value: ${value} }]
  successCriteria: [{ condition: ${JSON.stringify(condition)} }]`;
  return loadWorkflow({ steps }).workflows[0]?.steps[0];
}

describe('workflows', () => {
  it('become a rule with inputs, steps, state after and proof', () => {
    const { resources, workflows } = loadWorkflow({
      inputs: `region: { type: string }
elsewhere: { type: string }
image: { type: string }
token: { type: string, maxLength: 64 }`,
      origins: `region: { serverVariable: region }
elsewhere: { serverVariable: region, other: true }
image: { resource: Image, state: here }
token: { unique: true }`,
      more: `summary: It acts.
description: In more words.
x-acs-after: { image: gone }
x-acs-proof: { input: image, state: here, excludes: [gone] }`,
    });
    expect(resources).toEqual([{ name: 'Image', states: ['here', 'gone'], initial: 'here', absent: 'gone' }]);
    expect(workflows).toEqual([
      {
        id: 'rule',
        summary: 'It acts.',
        description: 'In more words.',
        source: {
          page: expect.objectContaining({ id: 'p' }),
          section: 's',
          place: { file: 'workflows.arazzo.yaml', pointer: '/workflows/0' },
        },
        inputs: [
          { kind: 'server-variable', name: 'region', variable: 'region', other: false },
          { kind: 'server-variable', name: 'elsewhere', variable: 'region', other: true },
          { kind: 'resource', name: 'image', resource: 'Image', state: 'here' },
          { kind: 'unique', name: 'token', maxLength: 64 },
        ],
        steps: [{ id: 'one', description: '', operation: 'Act', parameters: {}, criteria: [] }],
        after: { image: 'gone' },
        proof: { input: 'image', state: 'here', excludes: ['gone'] },
      },
    ]);
  });

  it.each([
    ['a literal', 'Share', ['Share']],
    ['an input', '$inputs.image', [{ input: 'image' }]],
    ['an input inside a text', `'["{$inputs.image}"]'`, ['["', { input: 'image' }, '"]']],
    ['an input twice', `'{$inputs.image},{$inputs.image}'`, [{ input: 'image' }, ',', { input: 'image' }]],
    ['an empty text', "''", ['']],
    ['a number', '1', ['1']],
    ['a list', '[a, 1]', ['["a",1]']],
  ])('fill in %s', (_name, value, template) => {
    expect(stepOf(value)).toMatchObject({ parameters: { ImageId: template } });
  });

  it.each([
    ['$statusCode == 404', { kind: 'status', equals: 404 }],
    ["$response.body#/Code == 'It''s'", { kind: 'body', pointer: '/Code', equals: "It's" }],
    ['$response.body#/Items/0/Shared == true', { kind: 'body', pointer: '/Items/0/Shared', equals: true }],
  ])('judge by %s', (condition, criterion) => {
    expect(stepOf('a', condition)).toMatchObject({ criteria: [criterion] });
  });

  it('of the folder are read only when they name this spec', () => {
    const other = workflowText({}).replace('./openapi.yaml', './other.yaml');
    expect(load(workflowSpec, { 'workflows.arazzo.yaml': other }).workflows).toEqual([]);
  });

  it('are read from the file given, and told with the files read', () => {
    const folder = writeFolder({ 'openapi.yaml': workflowSpec, 'rules.yaml': workflowText({}) });
    const [spec, workflows] = [join(folder, 'openapi.yaml'), join(folder, 'rules.yaml')];
    expect(loadModel(spec).workflows).toEqual([]);
    expect(loadModel(spec, { workflows }).workflows).toHaveLength(1);
    expect(loadSpec(spec, { workflows }).files).toEqual([spec, workflows]);
  });
});
