import type { JsonObject, JsonSchema, JsonValue } from '../catalogue.ts';
import { brokenBound } from './check-bounds.ts';
import { resolveSchema, type Definitions } from './resolve-schema.ts';

/** Deeper values than this break any schema: no documented request nests so far. */
const maxDepth = 64;

/**
 * The first keyword of a schema that a value breaks, or undefined when it is valid. Interprets the keywords that the
 * model keeps, for specs that come with no compiled validator.
 */
export function brokenKeyword(
  value: JsonValue,
  schema: JsonSchema,
  definitions: Definitions,
  depth = 0,
): string | undefined {
  if (depth > maxDepth) return 'depth';
  const type = schema['type'];
  if (type !== undefined && !list(type).some((name) => hasType(value, String(name)))) return 'type';
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) return 'enum';
  if (schema['const'] !== undefined && schema['const'] !== value) return 'const';
  return (
    brokenBound(value, schema) ??
    brokenReference(value, schema, definitions, depth) ??
    brokenMember(value, schema, definitions, depth) ??
    brokenCombination(value, schema, definitions, depth)
  );
}

function brokenReference(value: JsonValue, schema: JsonSchema, definitions: Definitions, depth: number) {
  if (schema['$ref'] === undefined) return undefined;
  const target = resolveSchema(schema, definitions);
  return target === undefined ? '$ref' : brokenKeyword(value, target, definitions, depth + 1);
}

/** Items of an array, properties of an object. */
function brokenMember(value: JsonValue, schema: JsonSchema, definitions: Definitions, depth: number) {
  if (Array.isArray(value)) {
    const items = schema['items'] as JsonSchema | undefined;
    if (items === undefined) return undefined;
    return first(value as readonly JsonValue[], (item) => brokenKeyword(item, items, definitions, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as JsonObject;
  if (list(schema['required'] ?? []).some((name) => !Object.hasOwn(object, String(name)))) return 'required';
  const properties = (schema['properties'] ?? {}) as Definitions;
  const additional = schema['additionalProperties'];
  return first(Object.entries(object), ([name, member]) => {
    if (Object.hasOwn(properties, name)) {
      return brokenKeyword(member, properties[name] ?? {}, definitions, depth + 1);
    }
    if (additional === false) return 'additionalProperties';
    return typeof additional === 'object'
      ? brokenKeyword(member, additional as JsonSchema, definitions, depth + 1)
      : undefined;
  });
}

function brokenCombination(value: JsonValue, schema: JsonSchema, definitions: Definitions, depth: number) {
  const fits = (member: JsonSchema): boolean =>
    brokenKeyword(value, member, definitions, depth + 1) === undefined;
  const matches = (keyword: string): number | undefined => {
    const members = schema[keyword];
    if (!Array.isArray(members)) return undefined;
    return (members as JsonSchema[]).filter(fits).length;
  };
  if (matches('anyOf') === 0) return 'anyOf';
  if ((matches('oneOf') ?? 1) !== 1) return 'oneOf';
  const all = matches('allOf');
  return all === undefined || all === (schema['allOf'] as JsonSchema[]).length ? undefined : 'allOf';
}

function hasType(value: JsonValue, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function list(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

/** The first result that is not undefined. */
function first<T>(values: readonly T[], broken: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const keyword = broken(value);
    if (keyword !== undefined) return keyword;
  }
  return undefined;
}
