import type { Parameter } from './api-model.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { readEncoding } from './read-encoding.ts';
import { examplesOf, readExamples } from './read-examples.ts';
import { readSource } from './read-source.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const parameterKeys = keySet(
  'name in description required deprecated schema content style explode example examples ' +
    'x-source x-acs-style x-acs-server-variable x-acs-invalid-code',
);

const locationHints = new Map([
  ['path', 'APIs of this family have no path parameters: use `in: query`'],
  ['cookie', 'the gateway reads no cookies: use `in: query` or `in: header`'],
]);

/** Reads one parameter object or a `$ref` to one; `undefined` when it is too broken to go on. */
export function readParameter(context: Context, given: SpecNode): Parameter | undefined {
  const node = dereference(context.reader, given);
  const parameter = node && context.parameters.read(node, () => readOne(context, node));
  // Each operation has objects of its own, for whoever notes something about one of them.
  return parameter && { ...parameter };
}

function readOne(context: Context, node: SpecNode): Parameter | undefined {
  const { reader } = context;
  reader.checkKeys(node, 'the parameter', parameterKeys);
  const name = node.get('name')?.string('`name`');
  if (name === undefined) {
    return reader.report(
      node.location,
      'the parameter has no `name`',
      'its name on the wire',
      'add `name: …`',
    );
  }
  checkWireName(reader, node, 'the parameter', name);
  const location = readLocation(context, node);
  if (location === 'header') checkHeaderName(context, node, name);
  return readNamedParameter(context, node, name, location);
}

/** A caller's value must not take the place of what HTTP or the signature needs. */
function checkHeaderName({ reader }: Context, node: SpecNode, name: string): void {
  if (!/^(?:host|authorization|content-.*|transfer-encoding|connection|accept|x-acs-.*)$/i.test(name)) return;
  const hint = 'remove the parameter: the client sets this header';
  reader.report(node.location, `the header \`${name}\` is reserved`, 'a header of the action itself', hint);
}

function readLocation({ reader }: Context, node: SpecNode): 'query' | 'header' {
  const place = node.get('in');
  const text = place?.scalar();
  const hint = typeof text === 'string' ? locationHints.get(text) : undefined;
  if (place === undefined || hint !== undefined) {
    const way = hint ?? 'add `in: query`';
    reader.report(
      (place ?? node).location,
      `\`in\` is ${String(text ?? 'missing')}`,
      '`query` or `header`',
      way,
    );
    return 'query';
  }
  return place.oneOf('`in`', ['query', 'header']) ?? 'query';
}

/** Reads the part that parameters and form fields share. */
export function readNamedParameter(
  context: Context,
  node: SpecNode,
  name: string,
  location: Parameter['location'],
): Parameter {
  const media = node.get('content')?.get('application/json');
  const own = [node, media].flatMap((owner) => (owner === undefined ? [] : examplesOf(context, owner)));
  const schema = node.get('schema');
  const encoding = readExamples(
    context,
    readEncoding(context, node),
    own,
    schema === undefined ? [] : [schema],
  );
  const serverVariable = node
    .get('x-acs-server-variable')
    ?.oneOf('`x-acs-server-variable`', context.serverVariables);
  return present({
    name,
    location,
    ...encoding,
    required: node.get('required')?.boolean('`required`') ?? false,
    deprecated: node.get('deprecated')?.boolean('`deprecated`') ?? false,
    description: node.get('description')?.string('`description`') ?? '',
    serverVariable,
    invalidCode: node.get('x-acs-invalid-code')?.string('`x-acs-invalid-code`'),
    source: readSource(context, node),
  });
}
