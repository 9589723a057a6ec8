import { parseDocument } from 'yaml';
import { fromLibrary } from '../../src/syntax/from-library.ts';
import { kinds, nodeWidth, type SyntaxTree } from '../../src/syntax/syntax-tree.ts';

/** A tree's nodes as plain data, to be compared: whether a scalar is its own text says nothing about its meaning. */
export function dataOf(tree: SyntaxTree, at = 0): unknown {
  const start = tree.start(at);
  switch (tree.kind(at)) {
    case kinds.map: {
      const entries = tree.keys(at).map((key) => {
        return [tree.name(key), tree.start(key), dataOf(tree, key + nodeWidth)];
      });
      return { start, entries };
    }
    case kinds.list:
      return { start, items: tree.items(at).map((item) => dataOf(tree, item)) };
    case kinds.alias:
      return { start, alias: tree.alias(at) };
    default:
      return { start, value: tree.scalar(at), source: tree.source(at) };
  }
}

/** What stands in a tree, with its faulty keys. */
export const contentsOf = (tree: SyntaxTree): unknown => ({ faults: tree.faults, contents: dataOf(tree) });

/** A text as the library reads it; `faulty` when it finds anything wrong. */
export function readByLibrary(text: string): unknown {
  const yaml = parseDocument(text, { uniqueKeys: false, prettyErrors: false, version: '1.2' });
  return yaml.errors.length > 0 ? 'faulty' : contentsOf(fromLibrary(yaml, text));
}

/** The text of every mapping and list in a tree. */
export function textsOf(tree: SyntaxTree, at = 0): readonly (string | undefined)[] {
  const kind = tree.kind(at);
  if (kind !== kinds.map && kind !== kinds.list) return [];
  const inside = kind === kinds.map ? tree.keys(at).map((key) => key + nodeWidth) : tree.items(at);
  return [tree.textOf(at), ...inside.flatMap((child) => textsOf(tree, child))];
}
