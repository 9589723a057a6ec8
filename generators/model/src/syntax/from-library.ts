import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { findAliasTargets } from './alias-targets.ts';
import type { AliasNode, Entry, SyntaxNode } from './syntax-node.ts';

/** Nodes of a parsed document in our form, aliases with what they stand for. */
export function fromLibrary(yaml: Document): SyntaxNode | undefined {
  const targets = findAliasTargets(yaml);
  // What an alias names stands above it, so it was converted before.
  const converted = new Map<unknown, SyntaxNode>();

  const convertAlias = (start: number, alias: Node, name: string): AliasNode => {
    const target = targets.get(alias) ?? 'unknown';
    const node = typeof target === 'string' ? target : (converted.get(target) ?? 'unknown');
    return { kind: 'alias', start, name, target: node };
  };

  const convertNode = (node: Node): SyntaxNode => {
    const start = node.range?.[0] ?? 0;
    if (isAlias(node)) return convertAlias(start, node, node.source);
    if (isScalar(node)) {
      const { source } = node;
      return { kind: 'scalar', start, value: node.value, ...(source === undefined ? {} : { source }) };
    }
    if (isSeq(node)) return { kind: 'list', start, items: node.items.map(convert) };
    const pairs = isMap(node) ? node.items : [];
    const entries = pairs.map(({ key, value }): Entry => ({ key: convert(key), value: convert(value) }));
    return { kind: 'map', start, entries };
  };

  const convert = (node: unknown): SyntaxNode | undefined => {
    if (node === null || node === undefined) return undefined;
    const result = convertNode(node as Node);
    converted.set(node, result);
    return result;
  };

  return convert(yaml.contents);
}
