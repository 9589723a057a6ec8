import type { Cursor } from './cursor.ts';
import {
  addPlain,
  addQuoted,
  isQuote,
  longestKey,
  passQuoted,
  plainKey,
  readQuoted,
  startsPlain,
  trimEnd,
} from './scalars.ts';
import { kinds } from './syntax-tree.ts';

const comma = 44;
const colon = 58;
const openList = 91;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/** To the next token, which may stand on a later line but must be indented further than the column. */
function skipBetween(cursor: Cursor, column: number): void {
  for (;;) {
    const start = cursor.position;
    cursor.skipSpaces();
    if (cursor.atToken) return;
    cursor.position = start;
    cursor.skipToLineEnd();
    cursor.nextLine();
    // At the end of the text the column is -1, and that of the outermost block too.
    if (cursor.indent <= column || cursor.indent < 0) cursor.leave();
  }
}

const isPunctuation = (code: number): boolean =>
  code === comma || code === openList || code === closeList || code === openMap || code === closeMap;

/** Moves to the end of the plain scalar at the position, and answers it. */
function passPlain(cursor: Cursor): number {
  const { text, position: start } = cursor;
  if (!startsPlain(cursor)) cursor.leave();
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const ends =
      isPunctuation(code) ||
      code === 10 ||
      (code === colon && (cursor.isSeparator(at + 1) || isPunctuation(text.charCodeAt(at + 1)))) ||
      // A comment.
      (code === 32 && text.charCodeAt(at + 1) === 35);
    if (ends) return (cursor.position = trimEnd(text, start, at));
  }
  return cursor.leave();
}

function addKey(cursor: Cursor): void {
  const start = cursor.position;
  const quoted = isQuote(cursor.code);
  const end = quoted ? passQuoted(cursor) : passPlain(cursor);
  if (end < 0 || end - start > longestKey) cursor.leave();
  cursor.tree.key(start, quoted ? readQuoted(cursor, start, end) : plainKey(cursor, start, end));
  cursor.skipSpaces();
  if (cursor.code !== colon) cursor.leave();
  cursor.position += 1;
  // Only after a quoted key may the value touch the colon, as JSON writes it.
  if (!quoted && !cursor.isSeparator(cursor.position)) cursor.leave();
}

function addList(cursor: Cursor, column: number): void {
  const list = cursor.tree.open(kinds.list, cursor.position);
  for (let more = enter(cursor, column, closeList); more; more = pass(cursor, column, closeList)) {
    addFlow(cursor, column);
  }
  cursor.tree.close(list, cursor.position);
}

function addMap(cursor: Cursor, column: number): void {
  const map = cursor.tree.open(kinds.map, cursor.position);
  for (let more = enter(cursor, column, closeMap); more; more = pass(cursor, column, closeMap)) {
    addKey(cursor);
    skipBetween(cursor, column);
    addFlow(cursor, column);
  }
  cursor.tree.close(map, cursor.position);
}

/** From the opening bracket, or from a comma, to the next item; past the closing bracket, with `false`, when there is none. */
function enter(cursor: Cursor, column: number, close: number): boolean {
  cursor.position += 1;
  skipBetween(cursor, column);
  if (cursor.code !== close) return true;
  cursor.position += 1;
  return false;
}

/** From the end of an item to the next one. */
function pass(cursor: Cursor, column: number, close: number): boolean {
  skipBetween(cursor, column);
  if (cursor.code === comma) return enter(cursor, column, close);
  if (cursor.code !== close) cursor.leave();
  cursor.position += 1;
  return false;
}

/** A node inside brackets, or the brackets themselves. `column` is that of the block around it. */
export function addFlow(cursor: Cursor, column: number): void {
  const { code } = cursor;
  if (code === openList || code === openMap) {
    cursor.descend();
    if (code === openList) addList(cursor, column);
    else addMap(cursor, column);
    cursor.ascend();
  } else if (isQuote(code)) {
    addQuoted(cursor);
  } else {
    const start = cursor.position;
    addPlain(cursor, start, passPlain(cursor));
  }
}
