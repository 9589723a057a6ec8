import type { Parameter } from './api-model.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { decodeExample } from './decode-example.ts';
import { readJsonText, type Encoding } from './read-encoding.ts';
import { readSchema } from './read-schema.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import { shapesOf } from './value-shapes.ts';
import { keySet } from './key-set.ts';

const mediaType = 'application/x-www-form-urlencoded';
const contentTypes = keySet(mediaType);
const bodyKeys = keySet('description content required');
const mediaKeys = keySet('schema example examples');
const formKeys = keySet('type properties required description title');

/**
 * Reads a form body: each property is a parameter that travels in the body. Arrays, objects and maps are flattened, as the official
 * SDKs do with form fields.
 */
export function readForm(context: Context, given: SpecNode): Parameter[] {
  const { reader } = context;
  const body = dereference(reader, given);
  if (body === undefined) return [];
  reader.checkKeys(body, 'the request body', bodyKeys);
  const content = body.get('content');
  if (content !== undefined) {
    reader.checkKeys(content, '`content` of a request body', contentTypes, {
      'application/json': `RPC actions take no JSON body: use \`${mediaType}\`, or a parameter with a JSON text`,
    });
  }
  const media = content?.get(mediaType);
  if (media !== undefined) {
    reader.checkKeys(media, 'the form', mediaKeys, {
      encoding: 'remove it: lists and objects are flattened, and `contentSchema` describes a JSON text',
    });
  }
  const schema = media?.get('schema');
  if (schema === undefined) {
    const expected = `\`content: { ${mediaType}: { schema } }\``;
    reader.report(body.location, 'the request body has no form schema', expected, 'add it');
    return [];
  }
  const object = dereference(reader, schema);
  return object === undefined ? [] : readFields(context, object);
}

function readFields(context: Context, object: SpecNode): Parameter[] {
  const { reader } = context;
  reader.checkKeys(object, 'the schema of a form', formKeys);
  object.get('type')?.oneOf('`type` of a form', ['object']);
  const fields = object.get('properties')?.fields('`properties`') ?? [];
  const names = new Set(fields.map(({ key }) => key));
  const required = new Set(
    object
      .get('required')
      ?.items('`required`')
      .map((item) => item.oneOf('the required field', names)),
  );
  return fields.map(({ key, value }) => {
    checkWireName(reader, value, 'the form field', key);
    return readField(context, key, value, required.has(key));
  });
}

/** Lists, objects and maps are flattened; a text with `contentSchema` is JSON. */
function readFieldEncoding(context: Context, node: SpecNode): Encoding {
  const json = readJsonText(context, node);
  if (json !== undefined) return json;
  const schema = readSchema(context, node);
  const plain = [...shapesOf(context, schema)].every((shape) => shape === 'scalar');
  return { serialization: plain ? 'plain' : 'flat', schema };
}

function readField(context: Context, name: string, node: SpecNode, required: boolean): Parameter {
  const encoding = readFieldEncoding(context, node);
  const { schema } = encoding;
  return present({
    name,
    location: 'form' as const,
    ...encoding,
    required,
    deprecated: schema.deprecated ?? false,
    description: node.get('description')?.string('`description`') ?? schema.description ?? '',
    example: decodeExample(context, node, encoding) ?? schema.example,
    source: schema.source,
  });
}
