import { indent, operationSpec } from './spec-text.ts';

/** A spec that the workflows of tests call. */
export const workflowSpec = operationSpec(
  'parameters:\n  - { name: ImageId, in: query, schema: { type: string } }\n  - { name: Token, in: query, schema: { type: string } }',
  `x-pages: { p: { title: P, url: 'https://example.com/p', level: documented } }
servers: [{ url: 'https://{region}.example.com', variables: { region: { default: a, enum: [a, b] } } }]
`,
);

/** Parts of a workflow; what is left out gets a plain value. */
export interface WorkflowParts {
  /** Properties of `inputs`. */
  readonly inputs?: string;
  /** Entries of `x-acs-inputs`. */
  readonly origins?: string;
  readonly steps?: string;
  /** Further keys of the workflow. */
  readonly more?: string;
}

const plainInput = 'image: { type: string }';
const plainOrigin = 'image: { resource: Image, state: here }';
const plainStep = '- stepId: one\n  operationId: Act';

/** A workflows file with one workflow, `rule`. */
export function workflowText(parts: WorkflowParts): string {
  const { inputs = plainInput, origins = plainOrigin, steps = plainStep, more } = parts;
  const keys = `x-source: { page: p, section: s }
inputs:
  type: object
  properties:
${indent(inputs, 4)}
x-acs-inputs:
${indent(origins, 2)}
steps:
${indent(steps, 2)}${more === undefined ? '' : `\n${more}`}`;
  return `arazzo: 1.0.1
info: { title: Rules, version: '1' }
sourceDescriptions: [{ name: shop, url: ./openapi.yaml, type: openapi }]
x-acs-resources:
  Image: { states: [here, gone], initial: here, absent: gone }
workflows:
  - workflowId: rule
${indent(keys, 4)}
`;
}
