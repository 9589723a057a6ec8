import type { JsonValue } from './api-model.ts';
import { checkDigitsInText } from './check-digits.ts';
import type { Context } from './context.ts';
import { decodeCommaItems } from './decode-comma-items.ts';
import { isShallow, maximumJsonDepth } from './json-depth.ts';
import type { Encoding } from './read-encoding.ts';
import type { SpecNode } from './spec-node.ts';

/** An example as a decoded value: the spec writes that of a JSON text or of a list joined by commas as it stands on the wire. */
export function decodeExample(context: Context, node: SpecNode, encoding: Encoding): JsonValue | undefined {
  const value = node.json('the example');
  // One item alone, such as `7`, is no text for YAML.
  if (encoding.serialization === 'comma' && (value === null || typeof value !== 'object'))
    return decodeItems(context, node, encoding, String(value));
  if (encoding.serialization !== 'json' || typeof value !== 'string') return value;
  try {
    const decoded = JSON.parse(value) as JsonValue;
    checkDigitsInText(context.reader, node, value);
    if (isShallow(decoded)) return decoded;
    const expected = `at most ${maximumJsonDepth} levels`;
    return context.reader.report(
      node.location,
      'the example nests too deeply',
      expected,
      'use a flatter value',
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const hint = 'write the example as it stands on the wire';
    return context.reader.report(node.location, 'the example is no JSON text', 'JSON in quotes', hint);
  }
}

/** The items of a text that joins them by commas. */
export function decodeItems(
  context: Context,
  node: SpecNode,
  { schema }: Encoding,
  text: string,
): readonly JsonValue[] {
  const items = decodeCommaItems(context, schema, text);
  if (items.some((item) => typeof item === 'number')) checkDigitsInText(context.reader, node, text);
  return items;
}
