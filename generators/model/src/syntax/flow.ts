import type { Cursor } from './cursor.ts';
import { plainValue, readQuoted, startsPlain } from './scalars.ts';
import type { Entry, ListNode, MapNode, ScalarNode, SyntaxNode } from './syntax-node.ts';

/** Longest key that YAML lets stand before a colon, in characters, with a margin. */
const longestKey = 1000;

/** To the next token, which may stand on a later line but must be indented further than the column. */
function skipBetween(cursor: Cursor, column: number): void {
  for (;;) {
    const start = cursor.position;
    cursor.skipSpaces();
    if (!cursor.atLineEnd && cursor.text.charAt(cursor.position) !== '#') return;
    cursor.position = start;
    cursor.skipToLineEnd();
    cursor.nextLine();
    // At the end of the text the column is -1, and that of the outermost block too.
    if (cursor.indent <= column || cursor.indent < 0) cursor.leave();
  }
}

/** Where a plain scalar inside brackets ends. */
const plainEnd = /[,[\]{}\n]|:(?=[ \n,[\]{}]|$)| #/g;

function readPlain(cursor: Cursor): ScalarNode {
  const { text, position: start } = cursor;
  if (!startsPlain(cursor)) cursor.leave();
  plainEnd.lastIndex = start;
  const end = plainEnd.exec(text)?.index ?? cursor.leave();
  const source = text.slice(start, end).replace(/ +$/, '');
  cursor.position = start + source.length;
  return { kind: 'scalar', start, value: plainValue(source), source };
}

function readScalar(cursor: Cursor): ScalarNode {
  const quoted = cursor.text.charAt(cursor.position) === '"' || cursor.text.charAt(cursor.position) === "'";
  return quoted ? (readQuoted(cursor) ?? cursor.leave()) : readPlain(cursor);
}

function readKey(cursor: Cursor): ScalarNode {
  const quote = cursor.text.charAt(cursor.position);
  const key = readScalar(cursor);
  if (cursor.position - key.start > longestKey) cursor.leave();
  cursor.skipSpaces();
  if (cursor.text.charAt(cursor.position) !== ':') cursor.leave();
  cursor.position += 1;
  // Only after a quoted key may the value touch the colon, as JSON writes it.
  if (quote !== '"' && quote !== "'" && !cursor.isSeparator(cursor.position)) cursor.leave();
  return key;
}

/** Items up to the closing bracket, with commas between. */
function readItems<Item>(cursor: Cursor, column: number, close: string, read: () => Item): readonly Item[] {
  const items: Item[] = [];
  cursor.position += 1;
  for (;;) {
    skipBetween(cursor, column);
    if (cursor.text.charAt(cursor.position) === close) break;
    items.push(read());
    skipBetween(cursor, column);
    if (cursor.text.charAt(cursor.position) === close) break;
    if (cursor.text.charAt(cursor.position) !== ',') cursor.leave();
    cursor.position += 1;
  }
  cursor.position += 1;
  return items;
}

function readEntry(cursor: Cursor, column: number): Entry {
  const key = readKey(cursor);
  skipBetween(cursor, column);
  return { key, value: readFlow(cursor, column) };
}

/** A node inside brackets, or the brackets themselves. `column` is that of the block around it. */
export function readFlow(cursor: Cursor, column: number): SyntaxNode {
  const start = cursor.position;
  switch (cursor.text.charAt(start)) {
    case '{':
      return cursor.deeper((): MapNode => {
        const entries = readItems(cursor, column, '}', () => readEntry(cursor, column));
        return { kind: 'map', start, entries };
      });
    case '[':
      return cursor.deeper((): ListNode => {
        const items = readItems(cursor, column, ']', () => readFlow(cursor, column));
        return { kind: 'list', start, items };
      });
    default:
      return readScalar(cursor);
  }
}
