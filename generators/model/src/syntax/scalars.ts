import type { Cursor } from './cursor.ts';
import { library } from './library.ts';

/** Texts that YAML may read as something else than text. Which of them are, the library says. */
const perhapsNoText =
  /^(?:~|null|true|false|[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|\.inf)|\.nan)$/i;

/** Whole numbers as nearly all are written; JavaScript reads them as YAML does. */
const plainInteger = /^(?:0|[1-9]\d{0,14})$/;

/** What the library made of a text: specs repeat few of them. */
const known = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const mostKnown = 10_000;

/** Characters with which a plain scalar that is no text may begin. */
const noTextStarts = new Set([...'~+-.0123456789nNtTfF'].map((character) => character.charCodeAt(0)));

/** Characters with a meaning of their own at the start of a plain scalar. */
const indicators = new Set([...',[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));

/** Escapes that JSON has too, with the same meaning. Taken out one by one: a pattern of the whole text overflows the stack on a long one. */
const jsonEscapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;

const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;

/** The value of a plain scalar on one line. */
export function plainValue(text: string): unknown {
  if (plainInteger.test(text)) return Number(text);
  if (!perhapsNoText.test(text)) return text;
  if (known.has(text)) return known.get(text);
  const { isScalar, parseDocument } = library();
  const { contents } = parseDocument(text, { version: '1.2' });
  const value: unknown = isScalar(contents) ? contents.value : text;
  if (known.size < mostKnown) known.set(text, value);
  return value;
}

/** Adds the plain scalar that stands between two offsets of a line. */
export function addPlain(cursor: Cursor, start: number, end: number): void {
  const { text, tree } = cursor;
  if (!noTextStarts.has(text.charCodeAt(start))) {
    tree.text(start, end);
    return;
  }
  const source = text.slice(start, end);
  const value = plainValue(source);
  if (value === source) tree.text(start, end);
  else tree.value(start, value, source);
}

/** Adds a scalar that is a text however it looks. */
export function addText({ tree }: Cursor, start: number, value: string): void {
  tree.value(start, value, value);
}

/** Longest key that YAML lets stand before a colon, in characters, with a margin. */
export const longestKey = 1000;

/** The text of a plain key: YAML reads `200:` as a number, and OpenAPI means the text. */
export function plainKey({ text }: Cursor, start: number, end: number): string {
  const source = text.slice(start, end);
  return noTextStarts.has(text.charCodeAt(start)) ? String(plainValue(source)) : source;
}

export const isQuote = (code: number): boolean => code === doubleQuote || code === singleQuote;

/** Whether a plain scalar may begin at the position. `-`, `?` and `:` must touch what follows. */
export function startsPlain(cursor: Cursor): boolean {
  const { code } = cursor;
  if (code === -1 || indicators.has(code)) return false;
  // `-`, `:` or `?`
  if (code !== 45 && code !== 58 && code !== 63) return true;
  const next = cursor.position + 1;
  return !cursor.isSeparator(next) && !',[]{}'.includes(cursor.text.charAt(next));
}

/** Offset before the spaces that end at the given one. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === 32) at -= 1;
  return at;
}

/** Adds the quoted scalar at the position, which must end on its line. */
export function addQuoted(cursor: Cursor): void {
  const start = cursor.position;
  const end = passQuoted(cursor);
  if (end < 0) cursor.leave();
  const value = readQuoted(cursor, start, end);
  if (value.length === end - start - 2) cursor.tree.quoted(start, end);
  else cursor.tree.value(start, value, value);
}

/** What the quoted scalar between two offsets, its quotes included, means. */
export function readQuoted(cursor: Cursor, start: number, end: number): string {
  const inner = cursor.text.slice(start + 1, end - 1);
  if (cursor.text.charCodeAt(start) === singleQuote) return inner.replaceAll("''", "'");
  if (!inner.includes('\\')) return inner;
  if (inner.replaceAll(jsonEscapes, '').includes('\\')) cursor.leave();
  return JSON.parse(`"${inner}"`) as string;
}

/** Moves past the quoted scalar at the position. Answers the offset after it; -1, without a move, when it does not end on its line. */
export function passQuoted(cursor: Cursor): number {
  const { text, position: start } = cursor;
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === newline) return -1;
    if (code === backslash && quote === doubleQuote) at += 1;
    else if (code === quote && quote === singleQuote && text.charCodeAt(at + 1) === quote) at += 1;
    else if (code === quote) return (cursor.position = at + 1);
  }
  return -1;
}

/** Joins the lines of a scalar: a line end is a space, and each empty line a line end. */
export function foldLines(lines: readonly string[]): string {
  let text = '';
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      empty += 1;
      continue;
    }
    const joint = index === 0 || (text === '' && empty === 0) ? '' : ' ';
    text += (empty > 0 ? '\n'.repeat(empty) : joint) + line;
    empty = 0;
  }
  return text;
}
