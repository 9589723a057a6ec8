/** Thrown where a file leaves the subset that the quick reader knows; the library then reads the whole file. */
export class OutsideSubset extends Error {}

/** Deepest nesting read. Specs need a few dozen levels; the library decides about more. */
const maximumDepth = 200;

const SPACE = 32;
const NEWLINE = 10;
const HASH = 35;

/** A place in a text, between tokens always at the first character of one. */
export class Cursor {
  readonly text: string;
  position = 0;
  /** Offset at which the line begins. */
  lineStart = 0;
  /** Column of the line's first token; -1 at the end of the text. */
  indent = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Column of the position, from 0. */
  get column(): number {
    return this.position - this.lineStart;
  }

  /** Character code at the position; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.position);
  }

  get atLineEnd(): boolean {
    return this.position >= this.text.length || this.code === NEWLINE;
  }

  leave(): never {
    throw new OutsideSubset();
  }

  /** Runs a reader one level deeper. */
  deeper<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > maximumDepth) this.leave();
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** Whether the character after the given offset separates tokens. */
  isSeparator(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code === SPACE || code === NEWLINE || Number.isNaN(code);
  }

  skipSpaces(): void {
    while (this.code === SPACE) this.position += 1;
  }

  /** Skips spaces and a comment, which must not touch the token before it. Answers whether there was one. */
  skipToLineEnd(): boolean {
    const start = this.position;
    this.skipSpaces();
    if (this.atLineEnd) return false;
    if (this.code !== HASH || (this.position === start && this.column > 0)) this.leave();
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
      if (!this.atLineEnd && this.code !== HASH) {
        this.indent = this.column;
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
