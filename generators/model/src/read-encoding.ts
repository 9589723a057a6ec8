import type { Serialization } from './api-model.ts';
import type { Context } from './context.ts';
import { itemsOf } from './list-items.ts';
import { present } from './optional.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';
import { contentKeywords } from './schema-keywords.ts';
import type { SpecNode } from './spec-node.ts';
import { shapesOf, type Shape } from './value-shapes.ts';
import { keySet } from './key-set.ts';

const jsonTextKeys = keySet(`type maxLength description title example ${contentKeywords.join(' ')}`);
const contentTypes = keySet('application/json');
const mediaKeys = keySet('schema example examples');

/** How a parameter's text is made, and the schema of its decoded value. */
export interface Encoding {
  readonly serialization: Serialization;
  readonly schema: Schema;
  readonly maxTextLength?: number;
}

const wayToSerialize =
  'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`';

/** A text whose `contentSchema` describes the JSON inside: ordinary tools pass it through, we decode it. */
export function readJsonText(context: Context, schema: SpecNode): Encoding | undefined {
  const content = schema.get('contentSchema');
  const mediaType = schema.get('contentMediaType');
  if (content === undefined && mediaType === undefined) return undefined;
  context.reader.checkKeys(schema, 'the schema of a JSON text', jsonTextKeys, {
    minLength: 'remove it, and limit what the text holds inside `contentSchema`',
  });
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
  context.reader.checkKeys(content, '`content` of a parameter', contentTypes);
  const media = content.get('application/json');
  if (media !== undefined) context.reader.checkKeys(media, 'the media type', mediaKeys);
  const schema = media?.get('schema');
  return {
    serialization: 'json',
    schema: schema === undefined ? { kind: 'any' } : readSchema(context, schema),
  };
}

const shapeNames = { scalar: 'a scalar', list: 'a list', object: 'an object', any: 'anything' } as const;

/**
 * `style: form, explode: false` joins by commas; `x-acs-style: flat` numbers and names the parts.
 * @param styles those that the owner may name
 */
export function readStyle(
  context: Context,
  owner: SpecNode,
  schema: Schema,
  styles: readonly ('form' | 'simple')[],
): Serialization {
  const style = owner.get('style')?.oneOf('`style`', styles);
  if (isFlat(owner)) return 'flat';
  const shapes = shapesOf(context, schema);
  const all = (shape: Shape): boolean => [...shapes].every((each) => each === shape);
  if (all('scalar')) return 'plain';
  const explode = owner.get('explode')?.boolean('`explode`') ?? style !== 'simple';
  if (!explode && all('list') && hasScalarItems(context, schema)) return 'comma';
  const found = [...shapes].map((shape) => shapeNames[shape]).join(' or ');
  context.reader.report(
    owner.location,
    `the value is ${found} and has no serialization`,
    'a serialization of this API family',
    wayToSerialize,
  );
  return 'flat';
}

/** A comma inside an object or a nested list could not be told from one between items. */
function hasScalarItems(context: Context, schema: Schema): boolean {
  const items = itemsOf(context, schema);
  return items === undefined || [...shapesOf(context, items)].every((shape) => shape === 'scalar');
}

const isFlat = (owner: SpecNode): boolean =>
  owner.get('x-acs-style')?.oneOf('`x-acs-style`', ['flat']) !== undefined;

/** Reads how a parameter is serialized, from the node that holds `schema` or `content`. */
export function readEncoding(context: Context, owner: SpecNode): Encoding {
  const schemaNode = owner.get('schema');
  const content = owner.get('content');
  const json =
    content === undefined ? schemaNode && readJsonText(context, schemaNode) : readContent(context, content);
  if (json !== undefined) return withoutStyle(context, owner, json);
  if (schemaNode === undefined) {
    const expected = '`schema` or `content`';
    context.reader.report(owner.location, 'the parameter has no `schema`', expected, 'describe its value');
    return { serialization: 'plain', schema: { kind: 'any' } };
  }
  const { faults } = context.reader;
  const schema = readSchema(context, schemaNode);
  // What is wrong with the schema may be why its values have no serialization.
  if (context.reader.faults > faults) return { serialization: 'plain', schema };
  return { serialization: readStyle(context, owner, schema, ['form', 'simple']), schema };
}

/** A JSON text is one value: a style that takes values apart contradicts it. */
function withoutStyle({ reader }: Context, owner: SpecNode, json: Encoding): Encoding {
  const style = owner.get('x-acs-style');
  if (style !== undefined && isFlat(owner)) {
    const hint = 'remove `x-acs-style`, or describe the value by a plain `schema`';
    reader.report(style.location, '`x-acs-style` beside a JSON text', 'one serialization', hint);
  }
  if (owner.get('content') !== undefined && owner.get('schema') !== undefined) {
    const hint = 'remove one of the two';
    reader.report(owner.location, '`schema` and `content` stand together', 'one of them', hint);
  }
  return json;
}
