import type { CatalogueParameter, JsonSchema, JsonValue } from '../catalogue.ts';
import { decodeFlat } from './decode-flat.ts';
import { decodeScalar, undecodable } from './decode-scalar.ts';
import type { Parameters } from './collect.ts';
import { readingSchema } from './reading-schema.ts';
import type { Definitions } from './resolve-schema.ts';

/** Longest JSON text that is decoded, in characters, when the spec gives no limit. */
const maxJsonText = 1_000_000;

/** The value of a parameter as its schema means it; undefined when the request does not carry it. */
export function decodeParameter(
  parameter: CatalogueParameter,
  parameters: Parameters,
  definitions: Definitions,
): JsonValue | typeof undecodable | undefined {
  if (parameter.serialization === 'flat') return decodeFlat(parameter, parameters, definitions);
  const text = parameters[parameter.name];
  if (text === undefined) return undefined;
  if (parameter.serialization === 'json') return decodeJsonText(text, parameter.maxTextLength);
  if (parameter.serialization === 'plain') return decodeScalar(text, parameter.schema, definitions);
  return text === '' ? [] : decodeItems(text.split(','), parameter.schema, definitions);
}

/** The value of JSON text. */
export function decodeJsonText(text: string, limit = maxJsonText): JsonValue | typeof undecodable {
  if (text.length > limit) return undecodable;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undecodable;
  }
}

function decodeItems(
  texts: readonly string[],
  declared: JsonSchema,
  definitions: Definitions,
): JsonValue | typeof undecodable {
  const items = (readingSchema(declared, definitions)['items'] ?? {}) as JsonSchema;
  const values = texts.map((text) => decodeScalar(text, items, definitions));
  return values.includes(undecodable) ? undecodable : (values as JsonValue[]);
}
