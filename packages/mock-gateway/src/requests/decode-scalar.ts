import type { JsonSchema, JsonValue } from '../catalogue.ts';
import { brokenKeyword } from './check-schema.ts';
import { readingSchema } from './reading-schema.ts';
import type { Definitions } from './resolve-schema.ts';

/** Stands for wire text that has no decoded value: broken JSON, text where a number is due. */
export const undecodable: unique symbol = Symbol('undecodable');

/** JSON's notation: `Number` would also read `0x10` and white space. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A scalar by its schema's type: wire text has none of its own. */
export function decodeScalar(
  text: string,
  declared: JsonSchema,
  definitions: Definitions,
): JsonValue | typeof undecodable {
  const schema = readingSchema(declared, definitions);
  const members = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(members)) return decodeMember(text, members as readonly JsonSchema[], definitions);
  const types = new Set([schema['type'] ?? []].flat());
  if (types.has('string')) return text;
  if (types.has('integer') || types.has('number')) {
    const value = Number(text);
    return jsonNumber.test(text) && Number.isFinite(value) ? value : undecodable;
  }
  if (types.has('boolean')) return text === 'true' || text === 'false' ? text === 'true' : undecodable;
  return enumValue(text, schema) ?? text;
}

/** The member that reads the text as another scalar than text wins, unless the text would do as it is. */
function decodeMember(
  text: string,
  members: readonly JsonSchema[],
  definitions: Definitions,
): JsonValue | typeof undecodable {
  const values = members.map((member) => decodeScalar(text, member, definitions));
  const isPlain = (member: JsonSchema): boolean => {
    const schema = readingSchema(member, definitions);
    const isText = [schema['type'] ?? []].flat().includes('string') && schema['enum'] === undefined;
    return isText && brokenKeyword(text, member, definitions) === undefined;
  };
  if (members.some(isPlain)) return text;
  return values.find((value) => value !== undecodable && typeof value !== 'string') ?? text;
}

/** An enum of numbers or booleans has no `type`: the member that is written like the text is meant. */
function enumValue(text: string, schema: JsonSchema): JsonValue | undefined {
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as readonly JsonValue[]) : [];
  return values.find((value) => String(value) === text);
}
