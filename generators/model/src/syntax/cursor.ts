import { TreeBuilder } from './tree-builder.ts';

/** Thrown where a file leaves the subset that the quick reader knows; the library then reads the whole file. */
export class OutsideSubset extends Error {}

/** Thrown where a file nests deeper than any spec needs: there the library would only take long to run out of stack. */
export class TooDeep extends Error {
  /** Offset of the place. */
  readonly offset: number;

  constructor(offset: number) {
    super('nested too deeply');
    this.offset = offset;
  }
}

/** Deepest nesting read. Specs need a few dozen levels. */
const maximumDepth = 200;

const space = 32;
const newline = 10;
const hash = 35;

/**
 * A place in a text, between tokens always at the first character of one, and the tree of what was read before it.
 *
 * Characters are compared by their codes, and no text is cut out before it is known to be needed: this runs over every character of a
 * spec, mostly before the engine has compiled it.
 */
export class Cursor {
  readonly text: string;
  readonly tree: TreeBuilder;
  position = 0;
  /** Offset at which the line begins. */
  lineStart = 0;
  /** Column of the line's first token; -1 at the end of the text. */
  indent = 0;
  #depth = 0;

  constructor(text: string, tree = new TreeBuilder(text)) {
    this.text = text;
    this.tree = tree;
  }

  /** Column of the position, from 0. */
  get column(): number {
    return this.position - this.lineStart;
  }

  /** Character code at the position; -1 at the end. */
  get code(): number {
    return this.codeAt(this.position);
  }

  get atLineEnd(): boolean {
    const { code } = this;
    return code === newline || code === -1;
  }

  /** Whether a token begins at the position: neither the line's end nor a comment. */
  get atToken(): boolean {
    const { code } = this;
    return code !== newline && code !== -1 && code !== hash;
  }

  codeAt(offset: number): number {
    return offset < this.text.length ? this.text.charCodeAt(offset) : -1;
  }

  leave(): never {
    throw new OutsideSubset();
  }

  /** Enters a mapping or list; `ascend` leaves it. */
  descend(): void {
    this.#depth += 1;
    if (this.#depth > maximumDepth) throw new TooDeep(this.position);
  }

  ascend(): void {
    this.#depth -= 1;
  }

  /** Whether the character at the given offset separates tokens. */
  isSeparator(offset: number): boolean {
    const code = this.codeAt(offset);
    return code === space || code === newline || code === -1;
  }

  skipSpaces(): void {
    const { text } = this;
    let at = this.position;
    while (text.charCodeAt(at) === space) at += 1;
    this.position = at;
  }

  /** Skips spaces and a comment, which must not touch the token before it. Answers whether there was one. */
  skipToLineEnd(): boolean {
    const start = this.position;
    this.skipSpaces();
    if (this.atLineEnd) return false;
    if (this.code !== hash || (this.position === start && this.column > 0)) this.leave();
    const end = this.text.indexOf('\n', this.position);
    this.position = end < 0 ? this.text.length : end;
    return true;
  }

  /** From the end of a line to the first token of the next that holds one. */
  nextLine(): void {
    this.position += 1;
    this.enterLine();
  }

  /** From the beginning of a line to the first token in it or, when it holds none, in a later one. */
  enterLine(): void {
    for (; this.position < this.text.length; this.position += 1) {
      this.lineStart = this.position;
      this.skipSpaces();
      if (this.atToken) {
        this.indent = this.position - this.lineStart;
        return;
      }
      const end = this.text.indexOf('\n', this.position);
      if (end < 0) break;
      this.position = end;
    }
    this.position = this.text.length;
    this.indent = -1;
  }
}
