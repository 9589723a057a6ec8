import { fits, type Page } from './page.ts';

/** A TypeScript type: text where it has no place to break at, such as a name or a literal; or what it consists of. */
export type TypeExpression = string | ListType | UnionType | IntersectionType | ObjectType;

/** `readonly …[]` */
export interface ListType {
  readonly list: TypeExpression;
}

/** `… | …` */
export interface UnionType {
  readonly union: readonly TypeExpression[];
}

/** `… & …` */
export interface IntersectionType {
  readonly intersection: readonly TypeExpression[];
}

/** `{ readonly …: …; … }`, with names as `propertyName` makes them, and `?` where they may be absent. */
export interface ObjectType {
  readonly fields: readonly (readonly [name: string, type: TypeExpression])[];
}

/** The code of a type on one line. */
export function typeLine(type: TypeExpression): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `readonly ${bracketed(type.list)}[]`;
  if ('union' in type) return type.union.map(member).join(' | ');
  if ('intersection' in type) return type.intersection.map(member).join(' & ');
  return `{ ${type.fields.map(fieldLine).join('; ')} }`;
}

const fieldLine = ([name, type]: ObjectType['fields'][number]): string =>
  `readonly ${name}: ${typeLine(type)}`;

/** Brackets around what would otherwise bind to its neighbours. */
const bracketed = (type: TypeExpression): string => (binds(type) ? `(${typeLine(type)})` : typeLine(type));

const binds = (type: TypeExpression): boolean => typeof type !== 'string' && !('fields' in type);

const needsBrackets = (type: TypeExpression): boolean =>
  typeof type !== 'string' && ('union' in type || 'intersection' in type);

const member = (type: TypeExpression): string =>
  needsBrackets(type) ? `(${typeLine(type)})` : typeLine(type);

/**
 * Prints a type behind the start of its line, and the end of the line.
 * @param indent white space at the start of that line.
 */
export function layOutType(
  page: Page,
  start: string,
  type: TypeExpression,
  end: string,
  indent: string,
): string {
  const line = page.check(`${start}${typeLine(type)}${end}`);
  if (fits(line)) return line;
  if (typeof type === 'string') return type.includes(' ') ? inDoubt(page, line) : line;
  if ('list' in type) return layOutItem(page, `${start}readonly `, type.list, `[]${end}`, indent);
  if ('fields' in type) return layOutFields(page, `${start}{`, type, `}${end}`, indent);
  if ('intersection' in type) return inDoubt(page, line);
  const [first = ''] = type.union;
  if (isObject(first) && isHugged(type))
    return layOutFields(page, `${start}{`, first, `} | null${end}`, indent);
  return `${start.trimEnd()}\n${memberLines(page, type, indent).join('\n')}${end}`;
}

const isObject = (type: TypeExpression): type is ObjectType => typeof type !== 'string' && 'fields' in type;

/** Whether an object or null is printed like the object alone. */
const isHugged = ({ union: [first = '', ...others] }: UnionType): boolean =>
  isObject(first) && others.length === 1 && others[0] === 'null';

function inDoubt(page: Page, line: string): string {
  page.doubt();
  return line;
}

/** The type of a list's items, in brackets where they are needed. */
function layOutItem(page: Page, start: string, item: TypeExpression, end: string, indent: string): string {
  if (!binds(item)) return layOutType(page, start, item, end, indent);
  if (typeof item === 'string' || !('union' in item) || isHugged(item))
    return layOutType(page, `${start}(`, item, `)${end}`, indent);
  return `${start}(\n${memberLines(page, item, indent).join('\n')}\n${indent})${end}`;
}

/** A union's members, one to a line. */
function memberLines(page: Page, { union }: UnionType, indent: string): string[] {
  // Of one type or null there are several ways.
  if (union.filter((type) => type !== 'null').length < 2) page.doubt();
  return union.map((type) => {
    // Brackets have a layout of their own, which is left to the formatter.
    if (needsBrackets(type)) return inDoubt(page, `${indent}  | ${member(type)}`);
    if (typeof type === 'string' && type.includes('<')) page.doubt();
    return layOutType(page, `${indent}  | `, type, '', `${indent}    `);
  });
}

function layOutFields(
  page: Page,
  start: string,
  { fields }: ObjectType,
  end: string,
  indent: string,
): string {
  if (!fits(start)) page.doubt();
  const inner = `${indent}  `;
  const lines = fields.map(
    ([name, type]) => `${layOutType(page, `${inner}readonly ${name}: `, type, ';', inner)}\n`,
  );
  return `${start}\n${lines.join('')}${indent}${end}`;
}
