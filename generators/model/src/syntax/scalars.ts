import { parseDocument, isScalar } from 'yaml';
import type { Cursor } from './cursor.ts';
import type { ScalarNode } from './syntax-node.ts';

/** Texts that YAML may read as something else than text. Which of them are, the library says. */
const perhapsNoText = /^(?:~|[-+]?\.?(?:\d[\w.+-]*|inf)|\.nan|null|true|false)$/i;

/** What the library made of a text: specs repeat few of them. */
const known = new Map<string, unknown>();
const mostKnown = 10_000;

/** Characters with a meaning of their own at the start of a plain scalar. */
const indicators = new Set(',[]{}#&*!|>\'"%@`');

/** Escapes that JSON has too, with the same meaning. */
const jsonEscapes = /^(?:[^\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*$/;

/** The value of a plain scalar on one line. */
export function plainValue(text: string): unknown {
  if (!perhapsNoText.test(text)) return text;
  if (known.has(text)) return known.get(text);
  const { contents } = parseDocument(text, { version: '1.2' });
  const value: unknown = isScalar(contents) ? contents.value : text;
  if (known.size < mostKnown) known.set(text, value);
  return value;
}

/** A scalar that is a text however it looks. */
export const textNode = (start: number, value: string): ScalarNode => ({
  kind: 'scalar',
  start,
  value,
  source: value,
});

/** Nothing, where a value could stand. */
export const emptyNode = (start: number): ScalarNode => ({ kind: 'scalar', start, value: null, source: '' });

/** Whether a plain scalar may begin at the position. `-`, `?` and `:` must touch what follows. */
export function startsPlain({ text, position }: Cursor): boolean {
  const character = text.charAt(position);
  if (character === '' || indicators.has(character)) return false;
  return !'-?:'.includes(character) || /[^ \n,[\]{}]/.test(text.charAt(position + 1));
}

/** A quoted scalar that ends on its line; `undefined` when it does not. */
export function readQuoted(cursor: Cursor): ScalarNode | undefined {
  const { text, position: start } = cursor;
  const end = closingQuote(text, start);
  if (end === undefined) return undefined;
  const inner = text.slice(start + 1, end);
  cursor.position = end + 1;
  if (text.charAt(start) === "'") return textNode(start, inner.replaceAll("''", "'"));
  if (!inner.includes('\\')) return textNode(start, inner);
  return jsonEscapes.test(inner) ? textNode(start, JSON.parse(`"${inner}"`) as string) : cursor.leave();
}

/** Offset of the quote that ends the scalar, if that stands on the same line. */
function closingQuote(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return undefined;
    if (character === '\\' && quote === '"') at += 1;
    else if (character === quote && quote === "'" && text.charAt(at + 1) === quote) at += 1;
    else if (character === quote) return at;
  }
  return undefined;
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
