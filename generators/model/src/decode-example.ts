import type { JsonValue } from './api-model.ts';
import type { Context } from './context.ts';
import type { Encoding } from './read-encoding.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';

/** The first of `example`, `examples` and the schema's own example. */
function findExample(context: Context, owner: SpecNode): SpecNode | undefined {
  const named = owner.get('examples');
  const [field] = named?.isMap() === true ? named.fields('`examples`') : [];
  const first = field === undefined ? undefined : dereference(context.reader, field.value)?.get('value');
  const media = owner.get('content')?.get('application/json');
  const inMedia = media === undefined ? undefined : findExample(context, media);
  return owner.get('example') ?? first ?? inMedia ?? owner.get('schema')?.get('example');
}

/** An example as a decoded value: the spec writes that of a JSON text as it stands on the wire. */
export function decodeExample(context: Context, owner: SpecNode, encoding: Encoding): JsonValue | undefined {
  const node = findExample(context, owner);
  const value = node?.json('the example');
  if (node === undefined || typeof value !== 'string') return value;
  if (encoding.serialization === 'comma') return value.split(',');
  if (encoding.serialization !== 'json') return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    const hint = 'write the example as it stands on the wire';
    return context.reader.report(node.location, 'the example is no JSON text', 'JSON in quotes', hint);
  }
}
