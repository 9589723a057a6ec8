import type { Decoder, FlatNames } from './facts.ts';

/** What a flattened value consists of: a list, an object (`additional` for undeclared names) or a scalar. */
export type FlatShape =
  | { readonly items: FlatShape }
  | { readonly properties: Readonly<Record<string, FlatShape>>; readonly additional?: FlatShape }
  | Decoder;

/** Lists, objects and maps whose names are joined by dots: `Name.1`, `Name.1.Key`, `Name.Key`. */
export function flat(shape: FlatShape): Decoder {
  return { names: (names) => decode(names, shape) };
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
