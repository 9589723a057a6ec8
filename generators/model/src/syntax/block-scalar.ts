import type { Cursor } from './cursor.ts';
import { foldLines, textNode } from './scalars.ts';
import type { ScalarNode } from './syntax-node.ts';

const header = /([|>])(-?) *(?: #[^\n]*)?\n/y;

const spacesOf = (line: string): number => line.length - line.replace(/^ +/, '').length;

/**
 * `|` and `>` with their lines, which are indented further than the column of what they belong to. Leaves what is seldom: other marks in
 * the header, an empty first line, spaces at the start of a line that is folded.
 */
export function readBlockScalar(cursor: Cursor, column: number): ScalarNode {
  const { text, position: start } = cursor;
  header.lastIndex = start;
  const match = header.exec(text);
  if (match === null) return cursor.leave();
  cursor.position = header.lastIndex;
  const lines = readLines(cursor, column);
  const folded = match[1] === '>';
  if (folded && lines.some((line) => line.startsWith(' '))) cursor.leave();
  const content = folded ? foldLines(lines) : lines.join('\n');
  return textNode(start, match[2] === '-' ? content : `${content}\n`);
}

/** The lines without their indentation and without the empty ones at the end. */
function readLines(cursor: Cursor, column: number): readonly string[] {
  const { text } = cursor;
  const lines: string[] = [];
  let indent: number | undefined;
  while (cursor.position < text.length) {
    const end = text.indexOf('\n', cursor.position);
    // Whether the last line end counts is a question for the library.
    if (end < 0) cursor.leave();
    const line = text.slice(cursor.position, end);
    const spaces = spacesOf(line);
    const blank = spaces === line.length;
    indent ??= blank ? cursor.leave() : spaces;
    if (indent <= column || (blank && spaces > indent)) cursor.leave();
    if (!blank && spaces < indent) {
      if (spaces > column) cursor.leave();
      break;
    }
    lines.push(line.slice(indent));
    cursor.position = end + 1;
  }
  if (lines.length === 0) cursor.leave();
  while (lines.at(-1) === '') lines.pop();
  cursor.enterLine();
  return lines;
}
