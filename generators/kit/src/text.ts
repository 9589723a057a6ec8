import type { JsonValue } from '@swas/generator-model';

/**
 * TypeScript text from data. A spec is untrusted: everything here keeps its text data, whatever characters it holds.
 */

/** Characters that end a line inside a string or script, or change the direction in which a reader sees code. */
const unsafe = /[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<]/g;

/** What a comment must not hold besides: control characters make a file look binary. Line ends are ours. */
const hidden = /(?!\n)[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const escapeUnsafe = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What stands in a literal as it is. */
const harmless = /^[ !#-&(-;=-[\]-~]*$/;

/** A string literal in single quotes. `<` is escaped, so that the text also stands safely inside a `<script>`. */
export function stringLiteral(text: string): string {
  if (harmless.test(text)) return `'${text}'`;
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${inner.replaceAll(unsafe, escapeUnsafe)}'`;
}

/** A string literal as the formatter writes it: in double quotes where that takes fewer escapes. */
export function preferredLiteral(text: string): string {
  const literalText = stringLiteral(text);
  if (!text.includes("'") || text.split("'").length <= text.split('"').length) return literalText;
  return `"${literalText
    .slice(1, -1)
    .replaceAll(String.raw`\'`, "'")
    .replaceAll('"', String.raw`\"`)}"`;
}

/** A name as it stands in an object literal or an interface: quoted unless it is a plain identifier. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : stringLiteral(name);
}

/**
 * A key of an object literal. A plain `__proto__` would set the prototype; and under a name that every object has, such as
 * `constructor`, the compiler takes the value's type from there instead of from the record that is being filled, unless the key is made by an
 * expression.
 */
export function literalKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return name in Object.prototype ? `['' + ${stringLiteral(name)}]` : propertyName(name);
}

/** A literal of any JSON value. */
export function literal(value: JsonValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = Object.entries(value).map(([key, item]) => `${literalKey(key)}: ${literal(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Characters on a line of a comment, where white space allows. */
const lineLength = 100;

/** Breaks a paragraph into lines. A word longer than a line, such as an address, gets one of its own. */
function wrap(paragraph: string): string {
  const words = paragraph.trim().replaceAll(/\s+/g, ' ');
  let lines = '';
  let start = 0;
  while (words.length - start > lineLength) {
    const last = words.lastIndexOf(' ', start + lineLength);
    const end = last > start ? last : words.indexOf(' ', start);
    if (end < 0) break;
    lines += `${words.slice(start, end)}\n`;
    start = end + 1;
  }
  return lines + words.slice(start);
}

/** What a comment may not hold as it is, or only in some places. */
const notForComments = /[^\n -~]|\*\/|<|@/;

/**
 * Text for a documentation comment: paragraphs apart by an empty line, wrapped. What could end the comment, open a tag of the
 * documentation tool or hide text from the reader is neutralised.
 */
export function docComment(...paragraphs: readonly (string | undefined)[]): string {
  let text = '';
  for (const paragraph of paragraphs) {
    const lines = paragraph === undefined ? '' : wrap(paragraph);
    if (lines !== '') text += text === '' ? lines : `\n\n${lines}`;
  }
  // Nearly all text is harmless, and seen to be in one look.
  return notForComments.test(text) ? neutralise(text) : text;
}

const neutralise = (text: string): string =>
  text
    .replaceAll(hidden, ' ')
    .replaceAll('*/', '*\u200b/')
    .replaceAll(/<(?=\/script|!--)/gi, '<\u200b')
    .replaceAll(/^(?=\s*@)/gm, '\\');
