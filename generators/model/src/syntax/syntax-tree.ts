/** What a node is. A `key` is followed by its value; a `value` is a scalar whose meaning is not its own text. */
export const kinds = {
  map: 0,
  list: 1,
  text: 2,
  quoted: 3,
  value: 4,
  nothing: 5,
  alias: 6,
  key: 7,
} as const;

/** Cells that a node takes: one for kind and start, one for what the kind needs. */
export const nodeWidth = 2;

/** Cells of a mapping or list: one more for its end in the file, 0 where that is not known. */
export const collectionWidth = 3;

/** Bits of the first cell that hold the kind. */
export const kindBits = 3;
export const kindMask = (1 << kindBits) - 1;

/** Stands in place of the number of a key that the mapping has already. */
export const repeatedKey = -1;

/** Steps that a look-up walks along a mapping or list before it makes an index of it. */
const longestWalk = 16;

/** A scalar whose meaning is not its own text. */
export interface ScalarValue {
  readonly value: unknown;
  /** As it stands in the file, without quotes. */
  readonly source: string;
}

/** What an alias stands for: a node, or why there is none. */
export interface Alias {
  readonly name: string;
  readonly target: number | 'unknown' | 'circular';
}

/** A key that no reader may see: one that stands twice, or one that is no scalar (without a name). */
export interface KeyFault {
  readonly start: number;
  readonly key?: string;
}

/** What a builder hands over. */
export interface TreeParts {
  readonly text: string;
  readonly cells: Int32Array;
  readonly values: readonly (ScalarValue | Alias)[];
  /** The distinct keys, each by its number. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly faults: readonly KeyFault[];
}

/**
 * The nodes of a YAML or JSON file in the file's order, as numbers in one array: a spec has hundreds of thousands, and objects for them
 * would cost more than all that is read from them. A node is known by its position in the array, and the first is the top one.
 *
 * The second cell of a mapping or list is the position after its last node, of a text its end in the file, of a key its number, and of
 * a value or alias where `values` has it.
 */
export class SyntaxTree {
  /** What it was made of. */
  readonly parts: TreeParts;
  readonly faults: readonly KeyFault[];
  readonly #text: string;
  readonly #cells: Int32Array;
  readonly #values: TreeParts['values'];
  readonly #names: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #indexes = new Map<number, ReadonlyMap<number, number>>();

  constructor(parts: TreeParts) {
    const { text, cells, values, names, numbers, faults } = parts;
    this.parts = parts;
    this.#text = text;
    this.#cells = cells;
    this.#values = values;
    this.#names = names;
    this.#numbers = numbers;
    this.faults = faults;
  }

  kind(at: number): number {
    return this.#cell(at) & kindMask;
  }

  /** Offset of its first character in the file, in UTF-16 code units. */
  start(at: number): number {
    return this.#cell(at) >> kindBits;
  }

  /** What a scalar means; `undefined` for anything else. */
  scalar(at: number): unknown {
    switch (this.kind(at)) {
      case kinds.text:
        return this.#text.slice(this.start(at), this.#cell(at + 1));
      case kinds.quoted:
        return this.#text.slice(this.start(at) + 1, this.#cell(at + 1) - 1);
      case kinds.value:
        return (this.#values[this.#cell(at + 1)] as ScalarValue).value;
      default:
        return this.kind(at) === kinds.nothing ? null : undefined;
    }
  }

  /** A scalar as it stands in the file, without quotes. */
  source(at: number): string {
    if (this.kind(at) === kinds.value) return (this.#values[this.#cell(at + 1)] as ScalarValue).source;
    return String(this.scalar(at) ?? '');
  }

  /**
   * Offset in the file of a part of a scalar, as it stands there: of the occurrence with a number, counted from 0. That of the scalar
   * where the file says the same in other characters.
   */
  offsetOf(at: number, part: string, occurrence: number): number {
    const start = this.start(at);
    const next = this.start(at + nodeWidth);
    const end = next > start ? next : this.#text.length;
    let found = start - 1;
    for (let count = 0; count <= occurrence; count += 1) {
      found = this.#text.indexOf(part, found + 1);
      if (found < 0 || found >= end) return start;
    }
    return found;
  }

  /**
   * A mapping or list as it stands in the file, with the beginning of its line, since columns tell what belongs together: the same text
   * means the same. `undefined` where the end is not known, as in a file with aliases.
   */
  textOf(at: number): string | undefined {
    const end = this.kind(at) <= kinds.list ? this.#cell(at + 2) : 0;
    return end === 0 ? undefined : this.#text.slice(this.#text.lastIndexOf('\n', this.start(at)) + 1, end);
  }

  alias(at: number): Alias {
    return this.#values[this.#cell(at + 1)] as Alias;
  }

  /** The key's text. */
  name(key: number): string {
    return this.#names[this.#cell(key + 1)] ?? '';
  }

  /** Positions of a mapping's keys, without those that stand a second time. The value of each follows it at once. */
  keys(map: number): readonly number[] {
    const keys: number[] = [];
    const end = this.#cell(map + 1);
    for (let key = map + collectionWidth; key < end; key = this.after(key + nodeWidth)) {
      if (this.#cell(key + 1) !== repeatedKey) keys.push(key);
    }
    return keys;
  }

  /** Positions of a list's items. */
  items(list: number): readonly number[] {
    const items: number[] = [];
    const end = this.#cell(list + 1);
    for (let item = list + collectionWidth; item < end; item = this.after(item)) items.push(item);
    return items;
  }

  /** Position of the value under a key; -1 when the mapping has none. */
  find(map: number, name: string): number {
    // Most keys that are asked for stand nowhere in the file.
    const number = this.#numbers.get(name);
    if (number === undefined) return -1;
    const end = this.#cell(map + 1);
    let key = map + collectionWidth;
    for (let steps = 0; key < end; steps += 1) {
      if (this.#cell(key + 1) === number) return key + nodeWidth;
      if (steps === longestWalk) return this.#indexOf(map).get(number) ?? -1;
      key = this.after(key + nodeWidth);
    }
    return -1;
  }

  /** Position of the item with an index; -1 when the list has none. */
  item(list: number, index: number): number {
    return this.#indexOf(list).get(index) ?? -1;
  }

  /** Position of what follows the node. */
  after(at: number): number {
    return this.kind(at) <= kinds.list ? this.#cell(at + 1) : at + nodeWidth;
  }

  #cell(at: number): number {
    return this.#cells[at] ?? 0;
  }

  /** Values of a mapping by the numbers of their keys, items of a list by index: made once, for many may ask. */
  #indexOf(at: number): ReadonlyMap<number, number> {
    const known = this.#indexes.get(at);
    if (known !== undefined) return known;
    const index = new Map<number, number>(
      this.kind(at) === kinds.list
        ? this.items(at).map((item, position) => [position, item])
        : this.keys(at).map((key) => [this.#cell(key + 1), key + nodeWidth]),
    );
    this.#indexes.set(at, index);
    return index;
  }
}
