import { keptText, type KeptText } from './kept-text.ts';
import { fits, lineWidth, type Page } from './page.ts';
import { literalKey, preferredLiteral } from './text.ts';

/**
 * A JavaScript value as code: text where it stands on one line whatever happens, such as a name or a literal; or what it consists of.
 */
export type Expression = string | ListExpression | ObjectExpression | CallExpression | KeptExpression;

/** `[…, …]` */
export interface ListExpression {
  readonly items: readonly Expression[];
}

/** `{ …: …, … }`, with keys as `literalKey` makes them. */
export interface ObjectExpression {
  readonly fields: readonly (readonly [key: string, value: Expression])[];
}

/** `…(…, …)` */
export interface CallExpression {
  readonly callee: string;
  readonly arguments: readonly Expression[];
}

/** A filled list or object whose text is kept. Its parts are not: they are made when the text is. */
export interface KeptExpression {
  readonly kept: KeptText;
  open(): ListExpression | ObjectExpression;
}

/** Plain data as an expression. Members that are `undefined` are left out, as in JSON. */
export function dataExpression(value: unknown): Expression {
  if (typeof value === 'string') return preferredLiteral(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const kept = keptText(value);
  if (kept === undefined || isEmpty(value)) return structureOf(value);
  return { kept, open: () => structureOf(value) };
}

const isEmpty = (value: object): boolean => Object.values(value).every((item: unknown) => item === undefined);

function structureOf(value: object): ListExpression | ObjectExpression {
  if (Array.isArray(value)) return { items: value.map(dataExpression) };
  const fields: [string, Expression][] = [];
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) fields.push([literalKey(key), dataExpression(item)]);
  return { fields };
}

/** The code of an expression on one line. */
export const expressionText = (expression: Expression): string => startOf(expression, Infinity);

/** Twice the width of a line: so much tells that an expression does not fit, also where half of its characters have no width. */
const enough = 2 * lineWidth;

/** The same, or only its start where that is longer than there is room. */
function startOf(expression: Expression, room: number): string {
  if (typeof expression === 'string') return expression;
  if ('kept' in expression) return startOf(expression.open(), room);
  if ('items' in expression) return listStart('[', expression.items, ']', room);
  if ('callee' in expression) return listStart(`${expression.callee}(`, expression.arguments, ')', room);
  if (expression.fields.length === 0) return '{}';
  let text = '{ ';
  for (const [index, [key, value]] of expression.fields.entries()) {
    text += index > 0 ? `, ${key}: ` : `${key}: `;
    text += startOf(value, room - text.length);
    if (text.length > room) return text;
  }
  return `${text} }`;
}

function listStart(open: string, items: readonly Expression[], close: string, room: number): string {
  let text = open;
  for (const [index, item] of items.entries()) {
    if (index > 0) text += ', ';
    text += startOf(item, room - text.length);
    if (text.length > room) return text;
  }
  return text + close;
}

/**
 * Prints an expression behind the start of its line, and the end of the line.
 * @param indent white space at the start of that line.
 */
export function layOutExpression(
  page: Page,
  start: string,
  expression: Expression,
  end: string,
  indent: string,
): string {
  if (typeof expression !== 'string' && 'kept' in expression)
    return expression.kept.at(page, `${indent}\n${start}\n${end}`, (own) =>
      layOutExpression(own, start, expression.open(), end, indent),
    );
  const line = page.checkWidth(`${start}${startOf(expression, enough)}${end}`);
  if (fits(line) && !breaksAnyway(expression)) return page.check(line);
  if (typeof expression === 'string' || isWhole(expression)) {
    // What is too long goes to the next line in some places.
    page.doubt();
    return `${start}${expressionText(expression)}${end}`;
  }
  if ('items' in expression) return layOutItems(page, `${start}[`, expression.items, `]${end}`, indent);
  if ('callee' in expression) return layOutCall(page, start, expression, end, indent);
  return layOutFields(page, `${start}{`, expression.fields, `}${end}`, indent);
}

/** Whether an expression has no place to break at. */
function isWhole(expression: Expression): boolean {
  if (typeof expression === 'string') return true;
  if ('kept' in expression) return false;
  if ('items' in expression) return expression.items.length === 0;
  return 'fields' in expression && expression.fields.length === 0;
}

const isCall = (expression: Expression): boolean => typeof expression !== 'string' && 'callee' in expression;

/** Whether a list stands in it that is a table. */
function breaksAnyway(expression: Expression): boolean {
  if (typeof expression === 'string') return false;
  if ('kept' in expression) return breaksAnyway(expression.open());
  if ('fields' in expression) return expression.fields.some(([, value]) => breaksAnyway(value));
  if ('callee' in expression) return expression.arguments.some(breaksAnyway);
  return expression.items.some(breaksAnyway) || isTable(expression);
}

/** Several objects of several fields, or lists of several items, are never on one line. */
function isTable({ items: [first, ...others] }: ListExpression): boolean {
  const size = sizeOf(first, 'items') > 1 ? 'items' : 'fields';
  return others.length > 0 && [first, ...others].every((item) => sizeOf(item, size) > 1);
}

/** How much a list or object holds, if it is one. */
function sizeOf(expression: Expression | undefined, kind: 'items' | 'fields'): number {
  if (typeof expression !== 'object') return 0;
  if ('kept' in expression) return sizeOf(expression.open(), kind);
  if (kind === 'items') return 'items' in expression ? expression.items.length : 0;
  return 'fields' in expression ? expression.fields.length : 0;
}

function layOutItems(
  page: Page,
  start: string,
  items: readonly Expression[],
  end: string,
  indent: string,
): string {
  // Numbers are filled into lines.
  if (items.some((item) => (typeof item === 'string' ? isNumber(item) : isCall(item)))) page.doubt();
  const inner = `${indent}  `;
  const lines = items.map((item) => itemLine(page, inner, item));
  return `${openLine(page, start)}${lines.join('')}${indent}${end}`;
}

// Alone on its line, a text is left there however long it is.
const itemLine = (page: Page, indent: string, item: Expression): string =>
  isWhole(item)
    ? `${indent}${page.check(expressionText(item))},\n`
    : `${layOutExpression(page, indent, item, ',', indent)}\n`;

const isNumber = (item: string): boolean => /^[-+\d]/.test(item);

function layOutFields(
  page: Page,
  start: string,
  fields: ObjectExpression['fields'],
  end: string,
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines = fields.map(([key, value]) => `${fieldText(page, inner, key, value)}\n`);
  return `${openLine(page, start)}${lines.join('')}${indent}${end}`;
}

/** A text without quotes in it. */
const isText = (value: Expression): value is string =>
  typeof value === 'string' && /^(?:'[^']*'|"[^"]*")$/.test(value);

/** Characters that a key has at least for its text to go to the next line. */
const longKey = 5;

function fieldText(page: Page, indent: string, key: string, value: Expression): string {
  const start = `${indent}${key}: `;
  if (!isText(value)) return layOutExpression(page, start, value, ',', indent);
  const line = page.check(`${start}${value},`);
  return fits(line) || key.length < longKey ? line : `${indent}${key}:\n${indent}  ${value},`;
}

/** Whether it is an object that holds something: what it is given to goes on behind it. */
const isFilled = (expression: Expression | undefined): boolean => sizeOf(expression, 'fields') > 0;

/** Arguments go to lines of their own, or only what the last of them consists of. */
function layOutCall(
  page: Page,
  start: string,
  { callee, arguments: given }: CallExpression,
  end: string,
  indent: string,
): string {
  const last = given.at(-1);
  const others = given.slice(0, -1);
  // Elsewhere, of calls in calls, and of what is called without arguments nothing is known.
  const isKnown =
    start.trim() === 'return' || (start.endsWith(' = ') && isFilled(last) && given.length === 1);
  if (!isKnown || last === undefined || isCall(last) || others.some((each) => typeof each !== 'string'))
    page.doubt();
  if (last === undefined || isWhole(last)) {
    const lines = given.map((each) => itemLine(page, `${indent}  `, each));
    return `${openLine(page, `${start}${callee}(`)}${lines.join('')}${indent})${end}`;
  }
  const before = `${start}${callee}(${others.map((each) => `${expressionText(each)}, `).join('')}`;
  return layOutExpression(page, before, last, `)${end}`, indent);
}

function openLine(page: Page, line: string): string {
  if (!fits(line)) page.doubt();
  return `${page.check(line)}\n`;
}
