import type { Location } from './diagnostics.ts';
import type { SpecDocument } from './spec-document.ts';
import type { SpecNode } from './spec-node.ts';
import { nodeWidth } from './syntax/syntax-tree.ts';

/** One key of a mapping. */
export class Key {
  readonly #document: SpecDocument;
  readonly #at: number;

  constructor(document: SpecDocument, at: number) {
    this.#document = document;
    this.#at = at;
  }

  get name(): string {
    return this.#document.tree.name(this.#at);
  }

  /** Position of its value in the tree. */
  get value(): number {
    return this.#at + nodeWidth;
  }

  // Counted out only when asked for: most keys have no fault.
  get location(): Location {
    return this.#document.locate(this.#document.tree.start(this.#at));
  }
}

/** One key of a mapping with its value. */
export class Field {
  readonly key: string;
  readonly value: SpecNode;
  readonly #key: Key;

  constructor(key: Key, value: SpecNode) {
    this.key = key.name;
    this.value = value;
    this.#key = key;
  }

  /** Place of the key. */
  get location(): Location {
    return this.#key.location;
  }
}
