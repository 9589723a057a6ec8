import { addBlockScalar } from './block-scalar.ts';
import type { Cursor } from './cursor.ts';
import { addFlow } from './flow.ts';
import {
  addPlain,
  addQuoted,
  addText,
  foldLines,
  isQuote,
  longestKey,
  passQuoted,
  plainKey,
  readQuoted,
  startsPlain,
  trimEnd,
} from './scalars.ts';
import { kinds } from './syntax-tree.ts';

const newline = 10;
const hash = 35;
const colon = 58;

/** Where the plain scalar at an offset ends on its line: at a colon, which makes it a key, at a comment or at the line's end. */
function plainEnd(cursor: Cursor, start: number): number {
  const { text } = cursor;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === newline) return at;
    if (code === colon && cursor.isSeparator(at + 1)) return at;
    if (code === hash && at > start && text.charCodeAt(at - 1) === 32) return at - 1;
  }
  return text.length;
}

const isDash = (cursor: Cursor): boolean => cursor.code === 45 && cursor.isSeparator(cursor.position + 1);

/** The key at the position, left behind with its colon; `undefined`, without a move, when something else stands there. */
export function readKey(cursor: Cursor): string | undefined {
  const start = cursor.position;
  const key = isQuote(cursor.code) ? quotedKey(cursor) : plainBeforeColon(cursor);
  if (key === undefined) return undefined;
  if (cursor.position - start > longestKey) cursor.leave();
  cursor.position += 1;
  return key;
}

function quotedKey(cursor: Cursor): string | undefined {
  const start = cursor.position;
  const end = passQuoted(cursor);
  cursor.skipSpaces();
  if (end >= 0 && cursor.code === colon && cursor.isSeparator(cursor.position + 1))
    return readQuoted(cursor, start, end);
  cursor.position = start;
  return undefined;
}

function plainBeforeColon(cursor: Cursor): string | undefined {
  const start = cursor.position;
  if (!startsPlain(cursor)) return undefined;
  const end = plainEnd(cursor, start);
  if (cursor.codeAt(end) !== colon) return undefined;
  cursor.position = end;
  return plainKey(cursor, start, trimEnd(cursor.text, start, end));
}

/** A mapping, list or scalar that begins at the position. `column` is that of the block around it. */
function addBlock(cursor: Cursor, column: number): void {
  cursor.descend();
  const start = cursor.position;
  if (isDash(cursor)) {
    addList(cursor);
  } else {
    const key = readKey(cursor);
    if (key === undefined) addInline(cursor, column);
    else addMap(cursor, start, key);
  }
  cursor.ascend();
}

function addMap(cursor: Cursor, start: number, first: string): void {
  const { tree } = cursor;
  const column = start - cursor.lineStart;
  const map = tree.open(kinds.map, start);
  tree.key(start, first);
  addValue(cursor, column);
  while (cursor.indent === column) {
    const at = cursor.position;
    tree.key(at, readKey(cursor) ?? cursor.leave());
    addValue(cursor, column);
  }
  if (cursor.indent > column) cursor.leave();
  tree.close(map, cursor.position);
}

/** What stands after a key's colon. */
export function addValue(cursor: Cursor, column: number): void {
  const end = cursor.position;
  cursor.skipSpaces();
  if (cursor.atToken) {
    addInline(cursor, column);
    return;
  }
  enterBelow(cursor, end);
  if (cursor.indent > column) addBlock(cursor, column);
  else if (cursor.indent === column && isDash(cursor)) addBlock(cursor, column - 1);
  else addNothing(cursor, end);
}

/** To the first token below a key or dash that ends at the offset. */
function enterBelow(cursor: Cursor, end: number): void {
  cursor.position = end;
  cursor.skipToLineEnd();
  cursor.nextLine();
}

/** A value that is left out. Its place, where spaces or a comment follow, only the library knows. */
function addNothing(cursor: Cursor, end: number): void {
  if (cursor.codeAt(end) !== newline) cursor.leave();
  cursor.tree.nothing(end);
}

function addList(cursor: Cursor): void {
  const { tree, column } = cursor;
  const list = tree.open(kinds.list, cursor.position);
  do {
    addItem(cursor, column);
  } while (cursor.indent === column && isDash(cursor));
  if (cursor.indent > column) cursor.leave();
  tree.close(list, cursor.position);
}

function addItem(cursor: Cursor, column: number): void {
  cursor.position += 1;
  const end = cursor.position;
  cursor.skipSpaces();
  if (cursor.atToken) {
    addBlock(cursor, column);
    return;
  }
  enterBelow(cursor, end);
  if (cursor.indent > column) addBlock(cursor, column);
  else addNothing(cursor, end);
}

/** A value that begins on the line of its key or dash, or a scalar that stands alone. Ends at the next token. */
function addInline(cursor: Cursor, column: number): void {
  const { code } = cursor;
  switch (code) {
    case 62: // >
    case 124: // |
      addBlockScalar(cursor, column);
      return;
    case 91: // [
    case 123: // {
      addFlow(cursor, column);
      break;
    default:
      if (!isQuote(code)) {
        addPlainLines(cursor, column);
        return;
      }
      addQuoted(cursor);
  }
  cursor.skipToLineEnd();
  cursor.nextLine();
  if (cursor.indent > column) cursor.leave();
}

/** A plain scalar with the lines that continue it. */
function addPlainLines(cursor: Cursor, column: number): void {
  const start = cursor.position;
  if (!startsPlain(cursor)) cursor.leave();
  const end = passPlain(cursor);
  const gap = passLineEnd(cursor, column);
  if (cursor.indent <= column) {
    addPlain(cursor, start, end);
    return;
  }
  const lines = [cursor.text.slice(start, end), ...emptyLines(gap)];
  while (cursor.indent > column) {
    const lineStart = cursor.position;
    lines.push(cursor.text.slice(lineStart, passPlain(cursor)));
    const between = passLineEnd(cursor, column);
    if (cursor.indent > column) lines.push(...emptyLines(between));
  }
  addText(cursor, start, foldLines(lines));
}

/** Moves to the end of the plain scalar on this line and answers it. */
function passPlain(cursor: Cursor): number {
  const start = cursor.position;
  const stop = plainEnd(cursor, start);
  const end = trimEnd(cursor.text, start, stop);
  if (cursor.codeAt(stop) === colon || end === start) cursor.leave();
  cursor.position = end;
  return end;
}

/** To the next token. Answers the lines between, which are empty if the scalar goes on: what follows a comment would be a fault. */
function passLineEnd(cursor: Cursor, column: number): string {
  const commented = cursor.skipToLineEnd();
  const lineEnd = cursor.position;
  cursor.nextLine();
  if (cursor.indent <= column) return '';
  const between = cursor.text.slice(lineEnd + 1, cursor.lineStart);
  if (commented || between.includes('#')) cursor.leave();
  return between;
}

const emptyLines = (between: string): readonly string[] => between.split('\n').slice(1).fill('');

/** Adds the nodes of a whole text. */
export function addDocument(cursor: Cursor): void {
  cursor.enterLine();
  if (cursor.indent < 0) cursor.leave();
  addBlock(cursor, -1);
  if (cursor.indent >= 0) cursor.leave();
}
