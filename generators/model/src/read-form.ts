import type { Parameter } from './api-model.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { readSchema } from './read-schema.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';

const mediaType = 'application/x-www-form-urlencoded';

/**
 * Reads a form body: each property is a parameter that travels in the body. Arrays, objects and maps are flattened, as the official
 * SDKs do with form fields.
 */
export function readForm(context: Context, given: SpecNode): Parameter[] {
  const { reader } = context;
  const body = dereference(reader, given);
  if (body === undefined) return [];
  reader.checkKeys(body, 'the request body', ['description', 'content', 'required']);
  const content = body.get('content');
  if (content !== undefined) {
    reader.checkKeys(content, '`content` of a request body', [mediaType], {
      'application/json': `RPC actions take no JSON body: use \`${mediaType}\`, or a parameter with a JSON text`,
    });
  }
  const schema = content?.get(mediaType)?.get('schema');
  const object = schema === undefined ? undefined : dereference(reader, schema);
  if (object === undefined) {
    reader.report(
      body.location,
      'the request body has no form schema',
      `\`content: { ${mediaType}: { schema } }\``,
      'add it',
    );
    return [];
  }
  reader.checkKeys(object, 'the schema of a form', [
    'type',
    'properties',
    'required',
    'description',
    'title',
  ]);
  const required = new Set(
    object
      .get('required')
      ?.items('`required`')
      .map((item) => item.string('the name')),
  );
  return (object.get('properties')?.fields('`properties`') ?? []).map(({ key, value }) => {
    checkWireName(reader, value, 'the form field', key);
    return readField(context, key, value, required.has(key));
  });
}

function readField(context: Context, name: string, node: SpecNode, required: boolean): Parameter {
  const schema = readSchema(context, node);
  return present({
    name,
    location: 'form' as const,
    serialization: ['array', 'object', 'reference'].includes(schema.kind)
      ? ('flat' as const)
      : ('plain' as const),
    required,
    deprecated: schema.deprecated ?? false,
    description: schema.description ?? '',
    schema,
    example: schema.example,
    source: schema.source,
  });
}
