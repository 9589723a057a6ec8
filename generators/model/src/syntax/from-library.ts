import type { Document, Node } from 'yaml';
import { findAliasTargets } from './alias-targets.ts';
import { library } from './library.ts';
import { kinds, type SyntaxTree } from './syntax-tree.ts';
import { TreeBuilder } from './tree-builder.ts';

/** The nodes of a parsed document as a tree, aliases with what they stand for. */
export function fromLibrary(yaml: Document, text: string): SyntaxTree {
  const { isAlias, isMap, isScalar, isSeq } = library();
  const targets = findAliasTargets(yaml);
  const tree = new TreeBuilder(text);
  // What an alias names stands above it, so it was added before.
  const positions = new Map<unknown, number>();

  const addAlias = (start: number, alias: Node, name: string): number => {
    const target = targets.get(alias) ?? 'unknown';
    return tree.alias(start, {
      name,
      target: typeof target === 'string' ? target : (positions.get(target) ?? 'unknown'),
    });
  };

  const addPair = (key: unknown, value: unknown): void => {
    const start = (key as Node | null)?.range?.[0] ?? 0;
    if (!isScalar(key)) {
      tree.badKey(start);
      return;
    }
    tree.key(start, String(key.value));
    add(value, start);
  };

  const addCollection = (node: Node, start: number): number => {
    const at = tree.open(isSeq(node) ? kinds.list : kinds.map, start);
    if (isSeq(node)) for (const item of node.items) add(item, 0);
    if (isMap(node)) for (const { key, value } of node.items) addPair(key, value);
    tree.close(at);
    return at;
  };

  /** A node that is left out stands where its key does. */
  const add = (node: unknown, otherwise: number): void => {
    if (node === null || node === undefined) {
      tree.nothing(otherwise);
      return;
    }
    const given = node as Node;
    const start = given.range?.[0] ?? 0;
    if (isAlias(given)) positions.set(given, addAlias(start, given, given.source));
    else if (isScalar(given)) positions.set(given, addScalar(start, given.value, given.source));
    else positions.set(given, addCollection(given, start));
  };

  const addScalar = (start: number, value: unknown, source: string | undefined): number =>
    value === null && (source ?? '') === '' ? tree.nothing(start) : tree.value(start, value, source ?? '');

  add(yaml.contents, 0);
  return tree.finish();
}
