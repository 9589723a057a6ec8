import type { Document, Node } from 'yaml';
import { library } from './library.ts';

/** What an alias stands for in the library's tree, or why it stands for nothing. */
type AliasTarget = Node | 'unknown' | 'circular';

/**
 * Finds what every alias of a document stands for, in one walk: the library's own look-up walks the whole document for each alias,
 * which a hostile file can make take hours.
 */
export function findAliasTargets(yaml: Document): ReadonlyMap<Node, AliasTarget> {
  const { isAlias, visit } = library();
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, AliasTarget>();
  visit(yaml, {
    Node: (_key, node, ancestors) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        // An alias inside the node that it names would go on for ever.
        const circular = target !== undefined && ancestors.includes(target);
        targets.set(node, circular ? 'circular' : (target ?? 'unknown'));
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return targets;
}
