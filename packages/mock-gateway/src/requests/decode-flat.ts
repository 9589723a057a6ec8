import type { CatalogueParameter, JsonSchema, JsonValue } from '../catalogue.ts';
import type { Parameters } from './collect.ts';
import { decodeScalar, undecodable } from './decode-scalar.ts';
import { readingSchema } from './reading-schema.ts';
import type { Definitions } from './resolve-schema.ts';

/** A tree of wire names split at their dots; a leaf holds the text. */
type Tree = Map<string, Tree | string>;

/** Deeper names than these are no documented request. */
const maxDepth = 16;

/** The value of a parameter whose parts came as `Name.1`, `Name.1.Key` and `Name.Key`. */
export function decodeFlat(
  parameter: CatalogueParameter,
  parameters: Parameters,
  definitions: Definitions,
): JsonValue | typeof undecodable | undefined {
  const tree: Tree = new Map();
  const prefix = `${parameter.name}.`;
  for (const [name, text] of Object.entries(parameters)) {
    if (name.startsWith(prefix) && !plant(tree, name.slice(prefix.length).split('.'), text))
      return undecodable;
  }
  return tree.size === 0 ? undefined : decodeTree(tree, parameter.schema, definitions);
}

/** Adds a leaf; false when a name is both a leaf and a branch, or too deep. */
function plant(tree: Tree, keys: readonly string[], text: string): boolean {
  if (keys.length > maxDepth) return false;
  let branch = tree;
  for (const key of keys.slice(0, -1)) {
    const next = branch.get(key) ?? new Map<string, Tree | string>();
    if (typeof next === 'string') return false;
    branch.set(key, next);
    branch = next;
  }
  const last = keys.at(-1) ?? '';
  if (branch.has(last)) return false;
  branch.set(last, text);
  return true;
}

function decodeTree(
  tree: Tree | string,
  declared: JsonSchema,
  definitions: Definitions,
): JsonValue | typeof undecodable {
  if (typeof tree === 'string') return decodeScalar(tree, declared, definitions);
  const schema = readingSchema(declared, definitions);
  const isArray = [schema['type'] ?? []].flat().includes('array');
  return isArray ? decodeArray(tree, schema, definitions) : decodeObject(tree, schema, definitions);
}

function decodeObject(
  tree: Tree,
  schema: JsonSchema,
  definitions: Definitions,
): JsonValue | typeof undecodable {
  const properties = (schema['properties'] ?? {}) as Definitions;
  const additional = schema['additionalProperties'];
  const rest = (typeof additional === 'object' ? additional : {}) as JsonSchema;
  const entries: [string, JsonValue][] = [];
  for (const [key, branch] of tree) {
    const member = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const value = decodeTree(branch, member ?? rest, definitions);
    if (value === undecodable) return undecodable;
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** Items are counted from 1 without gaps. */
function decodeArray(
  tree: Tree,
  schema: JsonSchema,
  definitions: Definitions,
): JsonValue | typeof undecodable {
  const items = (schema['items'] ?? {}) as JsonSchema;
  const values: JsonValue[] = [];
  for (let index = 1; index <= tree.size; index += 1) {
    const branch = tree.get(String(index));
    const value = branch === undefined ? undecodable : decodeTree(branch, items, definitions);
    if (value === undecodable) return undecodable;
    values.push(value);
  }
  return values;
}
