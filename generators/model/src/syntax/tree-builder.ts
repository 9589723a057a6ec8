import {
  collectionWidth,
  kindBits,
  kindMask,
  kinds,
  nodeWidth,
  repeatedKey,
  SyntaxTree,
  type Alias,
  type KeyFault,
  type ScalarValue,
  type TreeParts,
} from './syntax-tree.ts';

/** Room for the nodes of a file: the largest file that is read needs half of it, if it is a spec. */
const maximumCells = 16 * 1024 * 1024 * nodeWidth;

/** Faulty keys noted at most: nobody reads more of them. */
const maximumFaults = 100;

/** Thrown for a file that holds more nodes than a spec can need. */
export class TooManyNodes extends Error {}

/** Writes the nodes of a text one after another, each before those that it holds. */
export class TreeBuilder {
  readonly #text: string;
  #cells: Int32Array;
  #length = 0;
  readonly #values: (ScalarValue | Alias)[];
  readonly #names: string[];
  readonly #numbers: Map<string, number>;
  readonly #faults: KeyFault[] = [];
  /** By the number of a key, the mapping that was found to have it. */
  readonly #seenIn: number[];

  /** @param former what parts will be copied from: keys and scalars keep the numbers that they have there. */
  constructor(text: string, former?: TreeParts) {
    this.#text = text;
    this.#values = [...(former?.values ?? [])];
    this.#names = [...(former?.names ?? [])];
    this.#numbers = new Map(former?.numbers);
    this.#seenIn = this.#names.map(() => -1);
    // A node for eight characters: specs need somewhat less.
    this.#cells = new Int32Array(64 + Math.min((text.length >> 3) * nodeWidth, maximumCells));
  }

  /** Begins a mapping or list. Answers its position, for `close`. */
  open(kind: typeof kinds.map | typeof kinds.list, start: number): number {
    const at = this.#add(kind, start, 0);
    if (this.#length === this.#cells.length) this.#grow();
    this.#cells[this.#length] = 0;
    this.#length += 1;
    return at;
  }

  /**
   * Ends it: everything added since is inside.
   * @param end where it ends in the file, if that is known; spaces and line ends before do not count.
   */
  close(at: number, end = 0): void {
    this.#cells[at + 1] = this.#length;
    this.#cells[at + 2] = this.#trim(end);
    if (this.#kind(at) === kinds.map) this.#markRepeated(at);
  }

  /** A scalar that is the text between two offsets. */
  text(start: number, end: number): number {
    return this.#add(kinds.text, start, end);
  }

  /** A scalar that is the text between the quotes at two offsets, the second one past its quote. */
  quoted(start: number, end: number): number {
    return this.#add(kinds.quoted, start, end);
  }

  /** A scalar that means something else than what stands in the file. */
  value(start: number, value: unknown, source: string): number {
    return this.#add(kinds.value, start, this.#values.push({ value, source }) - 1);
  }

  /** Nothing, where a value could stand. */
  nothing(start: number): number {
    return this.#add(kinds.nothing, start, 0);
  }

  alias(start: number, alias: Alias): number {
    return this.#add(kinds.alias, start, this.#values.push(alias) - 1);
  }

  /** A key; its value must be added next. */
  key(start: number, name: string): void {
    this.#add(kinds.key, start, this.numberOf(name));
  }

  /** Notes a key that is no scalar. It and its value have no place in the tree. */
  badKey(start: number): void {
    if (this.#faults.length < maximumFaults) this.#faults.push({ start });
  }

  /**
   * Adds the nodes between two positions of the former tree.
   * @param shift how many characters further they stand in the text.
   */
  copy(cells: Int32Array, from: number, to: number, shift: number): void {
    const moved = this.#length - from;
    while (to + moved > this.#cells.length) this.#grow();
    const own = this.#cells;
    for (let at = from; at < to; at += nodeWidth) {
      const head = cells[at] ?? 0;
      const kind = head & kindMask;
      const extent = cells[at + 1] ?? 0;
      own[at + moved] = head + (shift << kindBits);
      if (kind <= kinds.list) {
        own[at + moved + 1] = extent + moved;
        own[at + moved + 2] = (cells[at + 2] ?? 0) + shift;
        at += collectionWidth - nodeWidth;
      } else {
        own[at + moved + 1] = kind === kinds.text || kind === kinds.quoted ? extent + shift : extent;
      }
    }
    this.#length = to + moved;
  }

  finish(): SyntaxTree {
    return new SyntaxTree({
      text: this.#text,
      cells: this.#cells,
      values: this.#values,
      names: this.#names,
      numbers: this.#numbers,
      faults: this.#faults,
    });
  }

  /** The number of a key: the same for the same text. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    this.#seenIn.push(-1);
    return number;
  }

  #add(kind: number, start: number, extent: number): number {
    const at = this.#length;
    if (at + nodeWidth > this.#cells.length) this.#grow();
    this.#cells[at] = (start << kindBits) | kind;
    this.#cells[at + 1] = extent;
    this.#length = at + nodeWidth;
    return at;
  }

  #kind(at: number): number {
    return (this.#cells[at] ?? 0) & kindMask;
  }

  #grow(): void {
    if (this.#cells.length >= maximumCells) throw new TooManyNodes();
    const larger = new Int32Array(Math.min(this.#cells.length * 2, maximumCells));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  #trim(end: number): number {
    let at = end;
    // A line end or a space.
    for (let code = this.#text.charCodeAt(at - 1); code === 10 || code === 32;) {
      at -= 1;
      code = this.#text.charCodeAt(at - 1);
    }
    return at;
  }

  /** YAML wants each key once. The first one stays. */
  #markRepeated(map: number): void {
    const cells = this.#cells;
    let key = map + collectionWidth;
    while (key < this.#length) {
      const number = cells[key + 1] ?? 0;
      if (this.#seenIn[number] === map) this.#repeat(key, number);
      this.#seenIn[number] = map;
      const value = key + nodeWidth;
      key = this.#kind(value) <= kinds.list ? (cells[value + 1] ?? 0) : value + nodeWidth;
    }
  }

  #repeat(key: number, number: number): void {
    this.#cells[key + 1] = repeatedKey;
    if (this.#faults.length >= maximumFaults) return;
    this.#faults.push({ start: (this.#cells[key] ?? 0) >> kindBits, key: this.#names[number] ?? '' });
  }
}
