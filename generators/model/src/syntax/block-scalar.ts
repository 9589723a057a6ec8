import type { Cursor } from './cursor.ts';
import { addText, foldLines } from './scalars.ts';

const header = /([|>])(-?) *(?: #[^\n]*)?\n/y;

/**
 * `|` and `>` with their lines, which are indented further than the column of what they belong to. Leaves what is seldom: other marks in
 * the header, an empty first line, spaces at the start of a line that is folded.
 */
export function addBlockScalar(cursor: Cursor, column: number): void {
  const { text, position: start } = cursor;
  header.lastIndex = start;
  const match = header.exec(text);
  if (match === null) cursor.leave();
  cursor.position = header.lastIndex;
  const lines = readLines(cursor, column);
  const folded = match[1] === '>';
  if (folded && lines.some((line) => line.startsWith(' '))) cursor.leave();
  const content = folded ? foldLines(lines) : lines.join('\n');
  addText(cursor, start, match[2] === '-' ? content : `${content}\n`);
}

/** The lines without their indentation and without the empty ones at the end. */
function readLines(cursor: Cursor, column: number): readonly string[] {
  const { text } = cursor;
  const lines: string[] = [];
  let indent = -1;
  while (cursor.position < text.length) {
    const start = cursor.position;
    const end = text.indexOf('\n', start);
    // Whether the last line end counts is a question for the library.
    if (end < 0) cursor.leave();
    cursor.skipSpaces();
    const spaces = cursor.position - start;
    const blank = cursor.position === end;
    if (indent < 0) indent = blank ? cursor.leave() : spaces;
    if (indent <= column || (blank && spaces > indent)) cursor.leave();
    if (!blank && spaces < indent) {
      if (spaces > column) cursor.leave();
      cursor.position = start;
      break;
    }
    lines.push(text.slice(Math.min(start + indent, end), end));
    cursor.position = end + 1;
  }
  if (lines.length === 0) cursor.leave();
  while (lines.at(-1) === '') lines.pop();
  cursor.enterLine();
  return lines;
}
