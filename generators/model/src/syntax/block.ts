import { readBlockScalar } from './block-scalar.ts';
import type { Cursor } from './cursor.ts';
import { readFlow } from './flow.ts';
import { emptyNode, foldLines, plainValue, readQuoted, startsPlain, textNode } from './scalars.ts';
import type { Entry, ScalarNode, SyntaxNode } from './syntax-node.ts';

/** Longest key that YAML lets stand before a colon, in characters, with a margin. */
const longestKey = 1000;

/** Where a plain scalar ends on its line: at a colon, which makes it a key, at a comment or at the line's end. */
const plainEnd = /:(?=[ \n]|$)| #|\n|$/g;

interface Plain {
  readonly source: string;
  readonly isKey: boolean;
}

/** The plain scalar at the position, which stays where it is. */
function peekPlain({ text, position }: Cursor): Plain {
  plainEnd.lastIndex = position;
  const match = plainEnd.exec(text);
  const source = text.slice(position, match?.index).replace(/ +$/, '');
  return { source, isKey: match?.[0] === ':' };
}

const isQuote = (character: string): boolean => character === '"' || character === "'";

const isDash = (cursor: Cursor): boolean =>
  cursor.text.charAt(cursor.position) === '-' && cursor.isSeparator(cursor.position + 1);

/** The key at the position, left behind with its colon; `undefined`, without a move, when something else stands there. */
function readKey(cursor: Cursor): ScalarNode | undefined {
  const start = cursor.position;
  const key = isQuote(cursor.text.charAt(start)) ? readQuoted(cursor) : readPlainKey(cursor);
  cursor.skipSpaces();
  const found = key !== undefined && cursor.code === 58 && cursor.isSeparator(cursor.position + 1);
  if (!found) {
    cursor.position = start;
    return undefined;
  }
  if (cursor.position - start > longestKey) cursor.leave();
  cursor.position += 1;
  return key;
}

function readPlainKey(cursor: Cursor): ScalarNode | undefined {
  if (!startsPlain(cursor)) return undefined;
  const { source, isKey } = peekPlain(cursor);
  if (!isKey) return undefined;
  const start = cursor.position;
  cursor.position += source.length;
  return { kind: 'scalar', start, value: plainValue(source), source };
}

/** A mapping, list or scalar that begins at the position. `column` is that of the block around it. */
function readBlock(cursor: Cursor, column: number): SyntaxNode {
  return cursor.deeper(() => {
    if (isDash(cursor)) return readList(cursor);
    const key = readKey(cursor);
    return key === undefined ? readInline(cursor, column) : readMap(cursor, key);
  });
}

function readMap(cursor: Cursor, first: ScalarNode): SyntaxNode {
  const column = first.start - cursor.lineStart;
  const entries: Entry[] = [{ key: first, value: readValue(cursor, column) }];
  while (cursor.indent === column) {
    const key = readKey(cursor) ?? cursor.leave();
    entries.push({ key, value: readValue(cursor, column) });
  }
  if (cursor.indent > column) cursor.leave();
  return { kind: 'map', start: first.start, entries };
}

/** What stands after a key's colon. */
function readValue(cursor: Cursor, column: number): SyntaxNode {
  const end = cursor.position;
  cursor.skipSpaces();
  if (!cursor.atLineEnd && cursor.text.charAt(cursor.position) !== '#') return readInline(cursor, column);
  enterBelow(cursor, end);
  if (cursor.indent > column) return readBlock(cursor, column);
  return cursor.indent === column && isDash(cursor)
    ? readBlock(cursor, column - 1)
    : readNothing(cursor, end);
}

/** To the first token below a key or dash that ends at the offset. */
function enterBelow(cursor: Cursor, end: number): void {
  cursor.position = end;
  cursor.skipToLineEnd();
  cursor.nextLine();
}

/** A value that is left out. Its place, where spaces or a comment follow, only the library knows. */
const readNothing = (cursor: Cursor, end: number): SyntaxNode =>
  cursor.text.charAt(end) === '\n' ? emptyNode(end) : cursor.leave();

function readList(cursor: Cursor): SyntaxNode {
  const start = cursor.position;
  const column = cursor.column;
  const items: SyntaxNode[] = [];
  do {
    items.push(readItem(cursor, column));
  } while (cursor.indent === column && isDash(cursor));
  if (cursor.indent > column) cursor.leave();
  return { kind: 'list', start, items };
}

function readItem(cursor: Cursor, column: number): SyntaxNode {
  cursor.position += 1;
  const end = cursor.position;
  cursor.skipSpaces();
  if (!cursor.atLineEnd && cursor.text.charAt(cursor.position) !== '#') return readBlock(cursor, column);
  enterBelow(cursor, end);
  return cursor.indent > column ? readBlock(cursor, column) : readNothing(cursor, end);
}

/** A value that begins on the line of its key or dash, or a scalar that stands alone. Ends at the next token. */
function readInline(cursor: Cursor, column: number): SyntaxNode {
  const character = cursor.text.charAt(cursor.position);
  if (character === '|' || character === '>') return readBlockScalar(cursor, column);
  if (character !== '{' && character !== '[' && !isQuote(character)) return readPlain(cursor, column);
  const node = isQuote(character) ? (readQuoted(cursor) ?? cursor.leave()) : readFlow(cursor, column);
  cursor.skipToLineEnd();
  cursor.nextLine();
  if (cursor.indent > column) cursor.leave();
  return node;
}

/** A plain scalar with the lines that continue it. */
function readPlain(cursor: Cursor, column: number): ScalarNode {
  const start = cursor.position;
  const lines: string[] = [];
  do {
    if (lines.length === 0 && !startsPlain(cursor)) cursor.leave();
    const { source, isKey } = peekPlain(cursor);
    if (isKey || source === '') cursor.leave();
    lines.push(source);
    cursor.position += source.length;
    const commented = cursor.skipToLineEnd();
    const lineEnd = cursor.position;
    cursor.nextLine();
    const between = cursor.text.slice(lineEnd + 1, cursor.lineStart);
    // A comment ends a scalar, and what follows it indented would be a fault.
    if (cursor.indent > column && (commented || between.includes('#'))) cursor.leave();
    if (cursor.indent > column) lines.push(...between.split('\n').slice(1).fill(''));
  } while (cursor.indent > column);
  if (lines.length > 1) return textNode(start, foldLines(lines));
  const [source = ''] = lines;
  return { kind: 'scalar', start, value: plainValue(source), source };
}

/** The node of a whole text. */
export function readText(cursor: Cursor): SyntaxNode {
  cursor.enterLine();
  if (cursor.indent < 0) cursor.leave();
  const node = readBlock(cursor, -1);
  return cursor.indent < 0 ? node : cursor.leave();
}
