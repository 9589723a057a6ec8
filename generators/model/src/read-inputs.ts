import type { Resource, WorkflowInput } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import type { SpecNode } from './spec-node.ts';

const inputKeys = (
  'type description maxLength x-acs-server-variable x-acs-other x-acs-resource x-acs-state ' +
  'x-acs-unique minLength pattern example default'
).split(' ');

function readResourceInput(
  { reader }: Context,
  name: string,
  node: SpecNode,
  resource: SpecNode,
  resources: readonly Resource[],
): WorkflowInput | undefined {
  const names = resources.map((candidate) => candidate.name);
  const found = resources.find((candidate) => candidate.name === resource.oneOf('`x-acs-resource`', names));
  if (found === undefined) return undefined;
  const state = node.get('x-acs-state')?.oneOf('`x-acs-state`', found.states);
  if (state === undefined && node.get('x-acs-state') === undefined) {
    return reader.report(
      node.location,
      `the input \`${name}\` has no state`,
      found.states.join(', '),
      'add `x-acs-state`',
    );
  }
  return { kind: 'resource', name, resource: found.name, state: state ?? found.initial };
}

function readInput(
  context: Context,
  name: string,
  node: SpecNode,
  resources: readonly Resource[],
): WorkflowInput | undefined {
  const { reader } = context;
  reader.checkKeys(node, `the input \`${name}\``, inputKeys);
  const resource = node.get('x-acs-resource');
  if (resource !== undefined) return readResourceInput(context, name, node, resource, resources);
  const variable = node.get('x-acs-server-variable');
  if (variable !== undefined) {
    const known = variable.oneOf('`x-acs-server-variable`', [...context.serverVariables.keys()]) ?? '';
    const other = node.get('x-acs-other')?.boolean('`x-acs-other`') ?? false;
    return { kind: 'server-variable', name, variable: known, other };
  }
  if (node.get('x-acs-unique')?.boolean('`x-acs-unique`') === true) {
    return present({ kind: 'unique' as const, name, maxLength: node.get('maxLength')?.count('`maxLength`') });
  }
  const expected = '`x-acs-resource`, `x-acs-server-variable` or `x-acs-unique: true`';
  return reader.report(
    node.location,
    `nothing supplies the input \`${name}\``,
    expected,
    'say what it stands for',
  );
}

/** Reads `inputs` of a workflow: each says where its value comes from, so that the suite can supply it. */
export function readInputs(
  context: Context,
  node: SpecNode | undefined,
  resources: readonly Resource[],
): readonly WorkflowInput[] {
  if (node === undefined) return [];
  context.reader.checkKeys(node, '`inputs`', ['type', 'required', 'properties', 'description']);
  const fields = node.get('properties')?.fields('`properties`') ?? [];
  return fields.flatMap(({ key, value }) => readInput(context, key, value, resources) ?? []);
}
