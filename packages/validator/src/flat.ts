import { parameterFacts } from './facts.ts';
import type { Decoder, FlatNames, FlatReader, OperationFacts } from './facts.ts';

/** What a flattened value consists of: a list, an object (`additional` for undeclared names) or a scalar. */
export type FlatShape =
  | { readonly items: FlatShape }
  | { readonly properties: Readonly<Record<string, FlatShape>>; readonly additional?: FlatShape }
  | Decoder;

/** Lists, objects and maps whose names are joined by dots: `Name.1`, `Name.1.Key`, `Name.Key`. */
export function flat(shape: FlatShape): Decoder {
  return { names: (names) => decode(names, shape) };
}

/** Collects the flattened names of a request; only a bundle with flattened parameters holds it. */
export function flatReader(facts: OperationFacts): FlatReader {
  const trees: FlatNames = { children: new Map() };
  return {
    plant(name, text) {
      const parameter = text === undefined ? undefined : flatParameter(facts, name);
      if (parameter === undefined) return undefined;
      const rest = name === parameter ? [] : name.slice(parameter.length + 1).split('.');
      return plant(trees, [parameter, ...rest], String(text));
    },
    decode(request) {
      for (const [name, names] of trees.children)
        request[name] = parameterFacts(facts, name)?.decoder?.names?.(names);
    },
  };
}

/** Longer names no parameter has. */
const longestName = 200;

/** The parameter that a flattened name belongs to: the part before one of its dots, since a parameter's own name may hold dots. */
function flatParameter(facts: OperationFacts, name: string): string | undefined {
  let found: string | undefined;
  for (let end = name.indexOf('.'); end <= longestName; end = name.indexOf('.', end + 1)) {
    const prefix = end < 0 ? name : name.slice(0, end);
    if (parameterFacts(facts, prefix)?.decoder?.names !== undefined) found = prefix;
    if (end < 0) break;
  }
  return found;
}

/** Answers false when the name was there already. */
function plant(tree: FlatNames, segments: readonly string[], text: string): boolean {
  let node = tree;
  for (const segment of segments) {
    let child = node.children.get(segment);
    if (child === undefined) node.children.set(segment, (child = { children: new Map() }));
    node = child;
  }
  const isNew = node.text === undefined;
  node.text = text;
  return isNew;
}

function decode(node: FlatNames, shape: FlatShape): unknown {
  if ('items' in shape) return node.children.size === 0 ? node.text : list(node, shape.items);
  if ('properties' in shape) return node.children.size === 0 ? node.text : record(node, shape);
  if (node.children.size > 0) return record(node, { properties: {}, additional: shape });
  const { text = '' } = node;
  return 'text' in shape && shape.text !== undefined ? shape.text(text) : text;
}

/** Items count from 1. With a gap, or another name among them, it is no list, and the check says so. */
function list(node: FlatNames, shape: FlatShape): unknown {
  const items: unknown[] = [];
  for (
    let child = node.children.get('1');
    child !== undefined;
    child = node.children.get(String(items.length + 1))
  ) {
    items.push(decode(child, shape));
  }
  return items.length === node.children.size ? items : record(node, { properties: {}, additional: shape });
}

function record(node: FlatNames, shape: Extract<FlatShape, { readonly properties: unknown }>): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  for (const [name, child] of node.children) {
    const known = Object.hasOwn(shape.properties, name) ? shape.properties[name] : shape.additional;
    result[name] = decode(child, known ?? {});
  }
  return result;
}
