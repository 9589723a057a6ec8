import { addValue, readKey } from './block.ts';
import { Cursor, OutsideSubset, TooDeep } from './cursor.ts';
import { isUnusual } from './quick-yaml.ts';
import { collectionWidth, kinds, nodeWidth, type SyntaxTree } from './syntax-tree.ts';
import { TreeBuilder } from './tree-builder.ts';

/** Mappings that are entered on the way to what is read anew: that of the file, and `paths` in it. What they hold is small. */
const mostLevels = 2;

const openBrace = 123;

/** Where a text differs from its former state: what stands before and after is the same. */
interface Edit {
  readonly start: number;
  /** Where it ends in the former text. */
  readonly end: number;
  /** How many characters further everything stands that comes after it. */
  readonly shift: number;
}

/** Characters compared at once, where nothing differs: the engine does that many times as fast as one by one. */
const blockSize = 4096;

function findEdit(former: string, text: string): Edit {
  const shorter = Math.min(former.length, text.length);
  let start = 0;
  const block = (from: string, at: number): string => from.slice(at, at + blockSize);
  while (start + blockSize < shorter && block(former, start) === block(text, start)) start += blockSize;
  while (start < shorter && former.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  const shift = text.length - former.length;
  let end = former.length;
  const least = start + blockSize + Math.max(0, -shift);
  while (end > least && block(former, end - blockSize) === block(text, end + shift - blockSize))
    end -= blockSize;
  while (
    end > start &&
    end + shift > start &&
    former.charCodeAt(end - 1) === text.charCodeAt(end + shift - 1)
  )
    end -= 1;
  return { start, end, shift };
}

const lineStartOf = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The lines that an edit has touched. */
function linesOf(text: string, { start, end, shift }: Edit): string {
  const lineEnd = text.indexOf('\n', end + shift);
  return text.slice(lineStartOf(text, start), lineEnd < 0 ? text.length : lineEnd);
}

/** Copies a tree, but for the value that holds the edit. */
class Rereading {
  readonly #former: SyntaxTree;
  readonly #edit: Edit;
  readonly #cursor: Cursor;

  constructor(former: SyntaxTree, edit: Edit, cursor: Cursor) {
    this.#former = former;
    this.#edit = edit;
    this.#cursor = cursor;
  }

  /** Adds the mapping that the former tree has at a position, and moves on to what follows it. */
  addMap(map: number, level: number): void {
    const [former, cursor, { shift }] = [this.#former, this.#cursor, this.#edit];
    const { parts } = former;
    const { tree } = cursor;
    // Inside brackets other rules hold than those by which the value is read here.
    if (former.kind(map) !== kinds.map || parts.text.charCodeAt(former.start(map)) === openBrace)
      cursor.leave();
    const key = this.#editedKey(map);
    const value = key + nodeWidth;
    const [next, end] = [former.after(value), former.after(map)];
    const at = tree.open(kinds.map, former.start(map));
    tree.copy(parts.cells, map + collectionWidth, key, 0);
    this.#addField(former.start(key), value, level);
    this.#arrive(next);
    tree.copy(parts.cells, next, end, shift);
    this.#moveTo(this.#startOf(end) + shift);
    tree.close(at, cursor.position);
  }

  /** The key under which the edit was made. */
  #editedKey(map: number): number {
    const { start } = this.#edit;
    return this.#former.keys(map).findLast((key) => this.#former.start(key) < start) ?? this.#cursor.leave();
  }

  #addField(start: number, value: number, level: number): void {
    const cursor = this.#cursor;
    this.#moveTo(start);
    const { column } = cursor;
    cursor.tree.key(start, readKey(cursor) ?? cursor.leave());
    // What stands before the value tells where the one before it ends.
    if (cursor.position > this.#edit.start) cursor.leave();
    cursor.descend();
    if (level < mostLevels && this.#former.kind(value) === kinds.map) this.addMap(value, level + 1);
    else addValue(cursor, column);
    cursor.ascend();
  }

  /** From the same place in the same column, the same text is read to the same nodes. */
  #arrive(next: number): void {
    const { text } = this.#former.parts;
    const { end, shift } = this.#edit;
    const [cursor, start] = [this.#cursor, this.#startOf(next)];
    const isSame =
      end <= start &&
      cursor.position === start + shift &&
      (start === text.length || cursor.column === start - lineStartOf(text, start));
    if (!isSame) cursor.leave();
  }

  /** Where the node at a position of the former tree begins; the end of the text after the last one. */
  #startOf(at: number): number {
    const { text } = this.#former.parts;
    return at < this.#former.after(0) ? this.#former.start(at) : text.length;
  }

  #moveTo(offset: number): void {
    const cursor = this.#cursor;
    cursor.position = offset === cursor.text.length ? offset : lineStartOf(cursor.text, offset);
    cursor.enterLine();
    if (cursor.position !== offset) cursor.leave();
  }
}

/**
 * Reads a text of which a former state was read: only the value in which the two differ. Whatever could make a difference elsewhere is left
 * to a reading of the whole.
 * @returns what `readQuickly` would; `undefined` where only that can tell.
 */
export function rereadQuickly(former: SyntaxTree, text: string): SyntaxTree | undefined {
  const { parts, faults } = former;
  const { cells, values, names } = parts;
  // Of what edits have taken away, values and names stay behind: at some time they are too many.
  const isFit = faults.length === 0 && values.length + names.length <= cells.length;
  // Only the quick reader knows where a mapping ends. A last line without an end may change what stands above it.
  if (!isFit || former.textOf(0) === undefined || !text.endsWith('\n')) return undefined;
  const edit = findEdit(parts.text, text);
  if (isUnusual(linesOf(text, edit))) return undefined;
  const cursor = new Cursor(text, new TreeBuilder(text, parts));
  try {
    new Rereading(former, edit, cursor).addMap(0, 1);
  } catch (error) {
    if (error instanceof OutsideSubset || error instanceof TooDeep) return undefined;
    throw error;
  }
  return cursor.tree.finish();
}
