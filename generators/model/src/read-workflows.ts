import { basename } from 'node:path';
import type { ApiModel, Operation, Proof, Resource, Workflow, WorkflowInput } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readInputs } from './read-inputs.ts';
import { readSource } from './read-source.ts';
import { readStep } from './read-step.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const rootKeys = keySet('arazzo info sourceDescriptions workflows x-acs-resources');
const workflowKeys = keySet(
  'workflowId summary description inputs x-acs-inputs steps x-source x-acs-after x-acs-proof',
);
const infoKeys = keySet('title summary description version');
const sourceKeys = keySet('name url type');
const resourceKeys = keySet('states initial absent');
const proofKeys = keySet('input state excludes');
const waysAround = {
  dependsOn: 'repeat the steps: each workflow stands alone',
  successActions: 'list the steps in order',
  failureActions: 'assert what must happen with `successCriteria`',
  outputs: 'no later step may depend on an answer: use `inputs`',
  parameters: 'give each step its own `parameters`',
};

/** What the workflows file adds to a model. */
export type WorkflowPart = Pick<ApiModel, 'workflows' | 'resources'>;

/** Whether an Arazzo document names the spec as one of its sources. */
export function describesSpec(root: SpecNode, specPath: string): boolean {
  const sources = root.get('sourceDescriptions')?.items('`sourceDescriptions`') ?? [];
  return sources.some((source) => basename(String(source.get('url')?.scalar())) === basename(specPath));
}

function readResource({ reader }: Context, name: string, node: SpecNode): Resource {
  reader.checkKeys(node, `the resource \`${name}\``, resourceKeys);
  const states = (node.get('states')?.items('`states`') ?? []).flatMap(
    (item) => item.string('the state') ?? [],
  );
  const state = (key: string): string => {
    const given = node.get(key);
    if (given !== undefined) return given.oneOf(`\`${key}\``, states) ?? '';
    reader.report(node.location, `the resource has no \`${key}\``, states.join(', '), `add \`${key}\``);
    return '';
  };
  return { name, states, initial: state('initial'), absent: state('absent') };
}

function readProof(
  { reader }: Context,
  node: SpecNode | undefined,
  inputs: ReadonlyMap<string, readonly string[]>,
): Proof | undefined {
  if (node === undefined) return undefined;
  reader.checkKeys(node, '`x-acs-proof`', proofKeys);
  const input = node.get('input')?.oneOf('`input`', inputs);
  const states = inputs.get(input ?? '') ?? [];
  const state = input === undefined ? undefined : node.get('state')?.oneOf('`state`', states);
  if (input === undefined && node.get('input') !== undefined) return undefined;
  const excludes = (node.get('excludes')?.items('`excludes`') ?? []).flatMap(
    (item) => item.oneOf('the state', states) ?? [],
  );
  if (input !== undefined && state !== undefined) return { input, state, excludes };
  if (node.get('input') !== undefined && node.get('state') !== undefined) return undefined;
  return reader.report(
    node.location,
    '`x-acs-proof` is incomplete',
    '`input`, `state` and `excludes`',
    'add what is missing',
  );
}

function readAfter(
  { reader }: Context,
  node: SpecNode,
  inputs: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, string>> {
  const fields = node.get('x-acs-after')?.fields('`x-acs-after`') ?? [];
  const entries = fields.map((field): [string, string] => {
    const { key, value } = field;
    const states = inputs.get(key);
    if (states !== undefined) return [key, value.oneOf('the state', states) ?? ''];
    const known = [...inputs.keys()].join(', ') || 'no such input';
    reader.report(field.location, `\`${key}\` is no resource input`, known, 'correct the name');
    return [key, ''];
  });
  return Object.fromEntries(entries);
}

/** The states that each resource input may be in, by its name. */
function statesOf(
  inputs: readonly WorkflowInput[],
  resources: ReadonlyMap<string, Resource>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    inputs.flatMap((input) =>
      input.kind === 'resource' ? [[input.name, resources.get(input.resource)?.states ?? []] as const] : [],
    ),
  );
}

function readWorkflow(
  context: Context,
  operations: ReadonlyMap<string, Operation>,
  resources: ReadonlyMap<string, Resource>,
  node: SpecNode,
): Workflow | undefined {
  const { reader } = context;
  reader.checkKeys(node, 'the workflow', workflowKeys, waysAround);
  const id = node.get('workflowId')?.string('`workflowId`');
  const source = readSource(context, node);
  if (id !== undefined && !/^[A-Za-z0-9_-]+$/.test(id)) {
    const place = node.get('workflowId') ?? node;
    const expected = 'letters, digits, `_` and `-`';
    return reader.report(place.location, `the workflowId is \`${id}\``, expected, 'rename it');
  }
  if (id === undefined || source === undefined) {
    const hint = 'name the workflow and tell where its rule is documented';
    return reader.report(node.location, 'the workflow is incomplete', '`workflowId` and `x-source`', hint);
  }
  const inputs = readInputs(context, node, resources);
  const states = statesOf(inputs, resources);
  const steps = node.get('steps')?.items('`steps`') ?? [];
  if (steps.length === 0) {
    reader.report(node.location, `the workflow \`${id}\` has no steps`, 'at least one call', 'add `steps`');
  }
  reportRepeated(context, steps, 'stepId');
  return present({
    id,
    summary: node.get('summary')?.string('`summary`') ?? id,
    description: node.get('description')?.string('`description`') ?? '',
    inputs,
    steps: steps.flatMap((step) => readStep(context, operations, inputs, step) ?? []),
    after: readAfter(context, node, states),
    proof: readProof(context, node.get('x-acs-proof'), states),
    source,
  });
}

/** Checks what says which file this is and what it is about: nothing is read from it. */
function checkHead({ reader }: Context, root: SpecNode): void {
  const info = root.get('info');
  if (info !== undefined) reader.checkKeys(info, '`info`', infoKeys);
  for (const source of root.get('sourceDescriptions')?.items('`sourceDescriptions`') ?? []) {
    reader.checkKeys(source, 'the source description', sourceKeys);
  }
}

/** Reads an Arazzo document; an API without one has no workflows. */
export function readWorkflows(
  context: Context,
  operations: readonly Operation[],
  root: SpecNode | undefined,
): WorkflowPart {
  if (root === undefined) return { workflows: [], resources: [] };
  const { reader } = context;
  reader.checkKeys(root, 'the workflows file', rootKeys, {
    components: 'write inputs and parameters in each workflow',
  });
  checkHead(context, root);
  const version = root.get('arazzo');
  if (version === undefined || !/^1\.0\.\d+$/.test(String(version.scalar()))) {
    reader.report(
      (version ?? root).location,
      '`arazzo` is no 1.0 version',
      '`arazzo: 1.0.1`',
      'write the file as Arazzo 1.0',
    );
  }
  const declared = root.get('x-acs-resources')?.fields('`x-acs-resources`') ?? [];
  const resources = new Map(
    declared.map(({ key, value }) => [key, readResource(context, key, value)] as const),
  );
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const items = root.get('workflows')?.items('`workflows`') ?? [];
  const workflows = items.flatMap((item) => readWorkflow(context, byName, resources, item) ?? []);
  reportRepeated(context, items, 'workflowId');
  return { workflows, resources: [...resources.values()] };
}

/** Reports items of which another one before has the same name. */
function reportRepeated({ reader }: Context, items: readonly SpecNode[], key: string): void {
  const seen = new Set<string>();
  for (const item of items) {
    const given = item.get(key);
    const name = String(given?.scalar());
    if (given !== undefined && seen.has(name))
      reader.report(given.location, `the ${key} \`${name}\` stands twice`, `each ${key} once`, 'rename one');
    seen.add(name);
  }
}
