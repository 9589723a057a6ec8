import type { Parameter, Serialization } from './api-model.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { decodeExample } from './decode-example.ts';
import { readSchema } from './read-schema.ts';
import { readSource } from './read-source.ts';
import { dereference } from './references.ts';
import type { Schema } from './schema.ts';
import { contentKeywords } from './schema-keywords.ts';
import type { SpecNode } from './spec-node.ts';

const parameterKeys = (
  'name in description required deprecated schema content style explode example examples ' +
  'x-source x-acs-style x-acs-server-variable x-acs-invalid-code'
).split(' ');

const locationHints: Readonly<Record<string, string>> = {
  path: 'APIs of this family have no path parameters: use `in: query`',
  cookie: 'the gateway reads no cookies: use `in: query` or `in: header`',
};

/** How a parameter's text is made, and the schema of its decoded value. */
export interface Encoding {
  readonly serialization: Serialization;
  readonly schema: Schema;
  readonly maxTextLength?: number;
}

const isScalar = (schema: Schema): boolean =>
  !['array', 'object', 'any', 'intersection'].includes(schema.kind);

/** A text whose `contentSchema` describes the JSON inside: ordinary tools pass it through, we decode it. */
function readJsonText(context: Context, schema: SpecNode): Encoding | undefined {
  const content = schema.get('contentSchema');
  const mediaType = schema.get('contentMediaType');
  if (content === undefined && mediaType === undefined) return undefined;
  context.reader.checkKeys(schema, 'the schema of a JSON text', [
    'type',
    'maxLength',
    'description',
    'title',
    ...contentKeywords,
  ]);
  mediaType?.oneOf('`contentMediaType`', ['application/json']);
  if (mediaType === undefined || content === undefined || schema.get('type')?.scalar() !== 'string') {
    const hint = 'write `type: string`, `contentMediaType: application/json` and `contentSchema` together';
    context.reader.report(schema.location, 'a JSON text is described in part', 'all three keywords', hint);
  }
  const maxTextLength = schema.get('maxLength')?.count('`maxLength`');
  const decoded: Schema = content === undefined ? { kind: 'any' } : readSchema(context, content);
  return present({ serialization: 'json' as const, schema: decoded, maxTextLength });
}

function readContent(context: Context, content: SpecNode): Encoding {
  context.reader.checkKeys(content, '`content` of a parameter', ['application/json']);
  const media = content.get('application/json');
  if (media !== undefined)
    context.reader.checkKeys(media, 'the media type', ['schema', 'example', 'examples']);
  const schema = media?.get('schema');
  return {
    serialization: 'json',
    schema: schema === undefined ? { kind: 'any' } : readSchema(context, schema),
  };
}

/** `style: form, explode: false` joins by commas; `x-acs-style: flat` numbers and names the parts. */
function readStyle({ reader }: Context, owner: SpecNode, schema: Schema): Serialization {
  const flat = owner.get('x-acs-style')?.oneOf('`x-acs-style`', ['flat']);
  const style = owner.get('style')?.oneOf('`style`', ['form', 'simple']);
  if (flat !== undefined) return 'flat';
  if (isScalar(schema)) return 'plain';
  const explode = owner.get('explode')?.boolean('`explode`') ?? style !== 'simple';
  if (!explode && schema.kind === 'array') return 'comma';
  const hint =
    'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`';
  reader.report(
    owner.location,
    `the ${schema.kind} has no serialization`,
    'a serialization of this API family',
    hint,
  );
  return 'flat';
}

/** Reads how a parameter or form field is serialized, from the node that holds `schema` or `content`. */
export function readEncoding(context: Context, owner: SpecNode): Encoding {
  const content = owner.get('content');
  if (content !== undefined) return readContent(context, content);
  const schemaNode = owner.get('schema');
  if (schemaNode === undefined) {
    context.reader.report(
      owner.location,
      'the parameter has no `schema`',
      '`schema` or `content`',
      'describe its value',
    );
    return { serialization: 'plain', schema: { kind: 'any' } };
  }
  return readJsonText(context, schemaNode) ?? encodingOf(context, owner, schemaNode);
}

function encodingOf(context: Context, owner: SpecNode, schemaNode: SpecNode): Encoding {
  // A reference is judged by what it points at: `$ref` to an array is no scalar.
  const target = dereference(context.reader, schemaNode);
  const schema = readSchema(context, schemaNode);
  const judged = schema.kind === 'reference' && target !== undefined ? readSchema(context, target) : schema;
  return { serialization: readStyle(context, owner, judged), schema };
}

/** Reads one parameter object or a `$ref` to one; `undefined` when it is too broken to go on. */
export function readParameter(context: Context, given: SpecNode): Parameter | undefined {
  const { reader } = context;
  const node = dereference(reader, given);
  if (node === undefined) return undefined;
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
  return readNamedParameter(context, node, name, readLocation(context, node));
}

function readLocation({ reader }: Context, node: SpecNode): 'query' | 'header' {
  const place = node.get('in');
  const text = place?.scalar();
  const hint = typeof text === 'string' ? locationHints[text] : undefined;
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
  const encoding = readEncoding(context, node);
  const serverVariable = node
    .get('x-acs-server-variable')
    ?.oneOf('`x-acs-server-variable`', [...context.serverVariables.keys()]);
  return present({
    name,
    location,
    ...encoding,
    required: node.get('required')?.boolean('`required`') ?? false,
    deprecated: node.get('deprecated')?.boolean('`deprecated`') ?? false,
    description: node.get('description')?.string('`description`') ?? '',
    example: decodeExample(context, node, encoding),
    serverVariable,
    invalidCode: node.get('x-acs-invalid-code')?.string('`x-acs-invalid-code`'),
    source: readSource(context, node),
  });
}
