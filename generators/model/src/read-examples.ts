import type { JsonValue } from './api-model.ts';
import type { Context } from './context.ts';
import { decodeExample, decodeItems } from './decode-example.ts';
import type { Encoding } from './read-encoding.ts';
import { dereference } from './references.ts';
import type { Schema } from './schema.ts';
import { schemaExamples } from './schema-examples.ts';
import type { SpecNode } from './spec-node.ts';

/** The examples of a parameter or a media type: `example`, then the values of `examples`. */
export function examplesOf(context: Context, owner: SpecNode): readonly SpecNode[] {
  const named = owner.get('examples')?.fields('`examples`') ?? [];
  const values = named.map(({ value }) => dereference(context.reader, value)?.get('value'));
  return [owner.get('example'), ...values].filter((node) => node !== undefined);
}

/** A schema that says of a list joined by commas what its values are, as they are decoded. */
function withDecoded(context: Context, encoding: Encoding, nodes: readonly SpecNode[]): Schema {
  const { example: _, default: given, ...rest } = encoding.schema;
  const schema: Schema & { default?: JsonValue } = rest;
  const node = nodes.map((each) => each.get('default')).find((each) => each !== undefined);
  if (given === undefined || node === undefined) return schema;
  schema.default = isText(given) ? decodeItems(context, node, encoding, String(given)) : given;
  const drop = (): void => void delete schema.default;
  context.values.note({ node, schema, value: schema.default, what: 'default', drop });
  return schema;
}

const isText = (value: JsonValue): boolean => value === null || typeof value !== 'object';

/**
 * How a parameter is serialized, with its first example. All of them are checked.
 * @param own those of the parameter itself
 * @param schemas where its schema stands, which may have examples as well: of a text or a list they are written as on the wire
 */
export function readExamples(
  context: Context,
  encoding: Encoding,
  own: readonly SpecNode[],
  schemas: readonly SpecNode[],
): Encoding & { readonly example: JsonValue | undefined } {
  const { serialization } = encoding;
  const isWire = serialization === 'comma' || serialization === 'json';
  const schema = serialization === 'comma' ? withDecoded(context, encoding, schemas) : encoding.schema;
  const held: { example?: JsonValue } = {};
  for (const node of [...own, ...(isWire ? schemas.flatMap(schemaExamples) : [])]) {
    const value = decodeExample(context, node, encoding);
    if (value === undefined) continue;
    const isFirst = !('example' in held);
    if (isFirst) held.example = value;
    const drop = (): void => void (isFirst && delete held.example);
    context.values.note({ node, schema, value, what: 'example', drop });
  }
  context.values.settle(context);
  return { ...encoding, schema, example: held.example ?? schema.example };
}
