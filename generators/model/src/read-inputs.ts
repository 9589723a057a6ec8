import type { Resource, WorkflowInput } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

// What says where a value comes from stands beside the schema, not in it: tools that run workflows check an input
// against its schema in strict mode and refuse keywords that they do not know.
const schemaKeys = keySet('type description maxLength minLength pattern example default');
const inputsKeys = keySet('type required properties description');
const originKeys = keySet('serverVariable other resource state unique');

function readResourceInput(
  { reader }: Context,
  name: string,
  node: SpecNode,
  resource: SpecNode,
  resources: ReadonlyMap<string, Resource>,
): WorkflowInput | undefined {
  const found = resources.get(resource.oneOf('`resource`', resources) ?? '');
  if (found === undefined) return undefined;
  const state = node.get('state')?.oneOf('`state`', found.states);
  if (state === undefined && node.get('state') === undefined) {
    return reader.report(
      node.location,
      `the input \`${name}\` has no state`,
      found.states.join(', '),
      'add `state`',
    );
  }
  return { kind: 'resource', name, resource: found.name, state: state ?? found.initial };
}

function readOrigin(
  context: Context,
  name: string,
  node: SpecNode,
  schema: SpecNode,
  resources: ReadonlyMap<string, Resource>,
): WorkflowInput | undefined {
  const { reader } = context;
  reader.checkKeys(node, `the origin of the input \`${name}\``, originKeys);
  const resource = node.get('resource');
  if (resource !== undefined) return readResourceInput(context, name, node, resource, resources);
  const variable = node.get('serverVariable');
  if (variable !== undefined) {
    const known = variable.oneOf('`serverVariable`', context.serverVariables) ?? '';
    const other = node.get('other')?.boolean('`other`') ?? false;
    return { kind: 'server-variable', name, variable: known, other };
  }
  if (node.get('unique')?.boolean('`unique`') === true) {
    return present({
      kind: 'unique' as const,
      name,
      maxLength: schema.get('maxLength')?.count('`maxLength`'),
    });
  }
  return reportNoOrigin(context, name, node);
}

function reportNoOrigin({ reader }: Context, name: string, node: SpecNode): undefined {
  const expected = '`resource`, `serverVariable` or `unique: true` under `x-acs-inputs`';
  return reader.report(
    node.location,
    `nothing supplies the input \`${name}\``,
    expected,
    'say what it stands for',
  );
}

function readInput(
  context: Context,
  name: string,
  schema: SpecNode,
  origin: SpecNode | undefined,
  resources: ReadonlyMap<string, Resource>,
): WorkflowInput | undefined {
  context.reader.checkKeys(schema, `the input \`${name}\``, schemaKeys);
  if (origin === undefined) return reportNoOrigin(context, name, schema);
  return readOrigin(context, name, origin, schema, resources);
}

/** Reads `inputs` of a workflow; `x-acs-inputs` says where each value comes from, so that the suite can supply it. */
export function readInputs(
  context: Context,
  workflow: SpecNode,
  resources: ReadonlyMap<string, Resource>,
): readonly WorkflowInput[] {
  const inputs = workflow.get('inputs');
  const origins = workflow.get('x-acs-inputs');
  if (inputs !== undefined) {
    context.reader.checkKeys(inputs, '`inputs`', inputsKeys);
  }
  const fields = inputs?.get('properties')?.fields('`properties`') ?? [];
  if (origins !== undefined) {
    context.reader.checkKeys(origins, '`x-acs-inputs`', new Set(fields.map(({ key }) => key)));
  }
  return fields.flatMap(
    ({ key, value }) => readInput(context, key, value, origins?.get(key), resources) ?? [],
  );
}
