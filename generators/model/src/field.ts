import type { Location } from './diagnostics.ts';
import { locationOf } from './spec-document.ts';
import type { SpecNode } from './spec-node.ts';
import type { SyntaxNode } from './syntax/syntax-node.ts';

/** One key of a mapping with its value and the place of the key. */
export class Field {
  readonly key: string;
  readonly value: SpecNode;
  readonly #node: SyntaxNode;

  constructor(key: string, value: SpecNode, node: SyntaxNode) {
    this.key = key;
    this.value = value;
    this.#node = node;
  }

  // Counted out only when asked for: most fields have no fault.
  get location(): Location {
    return locationOf(this.value.document, this.#node);
  }
}
