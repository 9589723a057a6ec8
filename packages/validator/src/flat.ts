import type { Decoder } from './decoders.ts';
import type { Named } from './facts.ts';

/** Puts flattened names together to values. */
export interface FlatReader {
  /** Whether the name belongs to a flattened parameter. */
  readonly plant: (name: string, text: unknown) => boolean;
  /** Sets the values in the request. */
  readonly decode: (request: Record<string, unknown>) => void;
}

/** Flattened names as a tree: `Tag.1.Key=a` is `Tag` → `1` → `Key` with the text `a`. */
interface FlatNames {
  text?: string;
  readonly children: Map<string, FlatNames>;
}

/** What a flattened value consists of: a list, an object (`additional` for undeclared names) or a scalar. */
export type FlatShape =
  | { readonly items: FlatShape }
  | { readonly properties: Readonly<Record<string, FlatShape>>; readonly additional?: FlatShape }
  | Partial<Decoder>;

/**
 * Lists, objects and maps whose names are joined by dots: `Name.1`, `Name.1.Key`, `Name.Key`. Answers a function that makes
 * a reader for one request.
 */
/* @__NO_SIDE_EFFECTS__ */
export function flat(shapes: Named<FlatShape>): () => FlatReader {
  return () => {
    const trees: FlatNames = { children: new Map() };
    return {
      plant(name, text) {
        const parameter = text === undefined ? undefined : flatParameter(shapes, name);
        if (parameter === undefined) return false;
        const rest = name === parameter ? [] : name.slice(parameter.length + 1).split('.');
        plant(trees, [parameter, ...rest], String(text));
        return true;
      },
      decode(request) {
        for (const [name, names] of trees.children) request[name] = decode(names, shapes[name] ?? {});
      },
    };
  };
}

/** Longer names no parameter has. */
const longestName = 200;

/** The parameter that a flattened name belongs to: the part before one of its dots, since a parameter's own name may hold dots. */
function flatParameter(shapes: Named<FlatShape>, name: string): string | undefined {
  let found: string | undefined;
  for (let end = name.indexOf('.'); end <= longestName; end = name.indexOf('.', end + 1)) {
    const prefix = end < 0 ? name : name.slice(0, end);
    if (prefix in shapes) found = prefix;
    if (end < 0) break;
  }
  return found;
}

function plant(tree: FlatNames, segments: readonly string[], text: string): void {
  let node = tree;
  for (const segment of segments) {
    let child = node.children.get(segment);
    if (child === undefined) node.children.set(segment, (child = { children: new Map() }));
    node = child;
  }
  // The first of equal names counts.
  node.text ??= text;
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
