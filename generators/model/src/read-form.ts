import type { Parameter } from './api-model.ts';
import { collectFormFields, type FormField } from './collect-form-fields.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { examplesOf, readExamples } from './read-examples.ts';
import { readFieldEncoding } from './read-field-encoding.ts';
import { dereference } from './references.ts';
import type { Property, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const mediaType = 'application/x-www-form-urlencoded';
const contentTypes = keySet(mediaType);
const bodyKeys = keySet('description content required');
const mediaKeys = keySet('schema encoding example examples');

/**
 * Reads a form body: each property is a parameter that travels in the body. Arrays, objects and maps are flattened, as the official
 * SDKs do with form fields, unless `encoding` says otherwise.
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
  if (media !== undefined) reader.checkKeys(media, 'the form', mediaKeys);
  const schema = media?.get('schema');
  if (schema === undefined) {
    const expected = `\`content: { ${mediaType}: { schema } }\``;
    reader.report(body.location, 'the request body has no form schema', expected, 'add it');
    return [];
  }
  return readFields(
    context,
    schema,
    media?.get('encoding'),
    media === undefined ? [] : examplesOf(context, media),
  );
}

/** @param examples whole forms */
function readFields(
  context: Context,
  schema: SpecNode,
  encoding: SpecNode | undefined,
  examples: readonly SpecNode[],
): Parameter[] {
  const { reader } = context;
  const fields = collectFormFields(reader, schema);
  const names = new Set(fields.keys());
  if (encoding !== undefined) reader.checkKeys(encoding, '`encoding` of the form', names);
  const parameters = [...fields].map(([name, field]) => {
    for (const place of field.places.slice(0, 1)) checkWireName(reader, place, 'the form field', name);
    const own = examples.flatMap((example) => example.get(name) ?? []);
    return readField(context, name, field, encoding?.get(name), own);
  });
  checkForms(context, examples, parameters);
  return parameters;
}

/** Checks which fields the examples of a whole form have: each field by itself is checked already. */
function checkForms(context: Context, examples: readonly SpecNode[], parameters: readonly Parameter[]): void {
  const properties = parameters.map(({ name, required }): Property => ({
    name,
    required,
    schema: { kind: 'any' },
  }));
  const schema: Schema = { kind: 'object', properties, additional: false };
  for (const node of examples) {
    const value = node.json('the example');
    context.values.note({ node, schema, value, what: 'example', drop: () => {} });
  }
  context.values.settle(context);
}

function readField(
  context: Context,
  name: string,
  { places, required }: FormField,
  encodingNode: SpecNode | undefined,
  own: readonly SpecNode[],
): Parameter {
  const encoding = readExamples(context, readFieldEncoding(context, places, encodingNode), own, places);
  const { schema } = encoding;
  const [description] = places.flatMap((place) => place.get('description')?.string('`description`') ?? []);
  return present({
    name,
    location: 'form' as const,
    ...encoding,
    required,
    deprecated: schema.deprecated ?? false,
    description: description ?? schema.description ?? '',
    source: schema.source,
  });
}
