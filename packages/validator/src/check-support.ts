/** What compiled checks call. Free of any operation's facts. */
import type { Findings } from './check.ts';
import type { Issue } from './issue.ts';

/** Whether an object has a name of its own: inherited names are nobody's input. */
export const own = Object.prototype.hasOwnProperty;

const depthLimit = 100;
const valueLimit = 100_000;

/**
 * Copies a list of scalars. One of more than `maxItems` is only measured: it will be refused for its length. What an item
 * holds is not copied, since an item that holds something will be refused.
 */
export function copyList(value: unknown, maxItems: number): unknown {
  if (!Array.isArray(value)) return value;
  // oxlint-disable-next-line no-new-array -- the only way that takes no more room than needed, and the fastest.
  const items = new Array<unknown>(value.length);
  if (items.length <= maxItems)
    for (let index = 0; index < items.length; index += 1) items[index] = value[index];
  return items;
}

/**
 * Copies lists and objects by their own names, so that a value cannot change after it was checked.
 * @throws {Findings} the findings themselves, with one added, beyond 100 levels or 100,000 values; and whatever a getter throws.
 */
export function copy(value: unknown, out?: Findings): unknown {
  return copyNested(value, depthLimit, { left: valueLimit, out });
}

/** How many values may still be copied, and whom to tell of more. */
interface Budget {
  left: number;
  readonly out: Findings | undefined;
}

function refuse({ out }: Budget): never {
  if (out !== undefined) out.length = 0;
  out?.add([], 'size', `at most ${depthLimit} levels deep and ${valueLimit} values large`);
  // oxlint-disable-next-line no-throw-literal -- nobody else has it: whoever catches it knows that all is written down.
  throw out;
}

function copyNested(value: unknown, depth: number, budget: Budget): unknown {
  budget.left -= 1;
  if (budget.left < 0) refuse(budget);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) refuse(budget);
  const down = (item: unknown): unknown => copyNested(item, depth - 1, budget);
  if (Array.isArray(value))
    return value.length > budget.left ? refuse(budget) : Array.from(value as unknown[], down);
  const result: Record<string, unknown> = {};
  for (const key in value) {
    if (!own.call(value, key)) continue;
    const item = down((value as Record<string, unknown>)[key]);
    if (key === '__proto__') Object.defineProperty(result, key, { value: item, enumerable: true });
    else result[key] = item;
  }
  return result;
}

/** The type of a value in JSON's words, or JavaScript's for what JSON has none. */
export function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** The value, or the type of one that holds others: an issue keeps nothing of the request but scalars. */
export function scalar(value: unknown): unknown {
  return Object(value) === value || typeof value === 'bigint' ? typeOf(value) : value;
}

const surrogate = /[\ud800-\udfff]/;

/** Length in Unicode code points, as JSON Schema counts. A lone surrogate counts as one. */
export function codePoints(text: string): number {
  let count = text.length;
  // The engine answers at once for texts that it stores with one byte a character.
  if (surrogate.test(text)) {
    count = 0;
    for (const _ of text) count += 1;
  }
  return count;
}

/** Whether two items are equal as JSON, in time linear in the size of the list. */
export function hasDuplicate(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  const texts = new Set<string>();
  for (const item of items) {
    const nested = typeof item === 'object' && item !== null;
    const key = nested ? JSON.stringify(item, sorted) : item;
    const known: Set<unknown> = nested ? texts : seen;
    if (known.has(key)) return true;
    known.add(key);
  }
  return false;
}

/** Puts the names of objects in order, so that equal objects have equal texts. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // A list of pairs keeps `__proto__` a name, and cannot be taken for a list of the input: it starts with null.
  return [null, ...Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))];
}

/** Findings of a check that nobody reads: it only has to be known whether there are any. */
export function counter(): Findings {
  return {
    length: 0,
    issues: [],
    add() {
      this.length += 1;
    },
  };
}

/** Takes the value out of issues about a parameter that must not show it; a type or a size says nothing of it. */
export function hide({ issues = [], length }: Findings, name: string): void {
  for (const issue of issues.slice(0, length) as { -readonly [key in keyof Issue]: Issue[key] }[])
    if (issue.path[0] === name && !/^type|(?:Length|Items|Properties)$/.test(issue.code))
      issue.actual = undefined;
}

/**
 * Replaces the findings of all members of a union, from `start` on, by those of use: what is wrong inside the member
 * that was meant; or one finding with all types or values that are allowed.
 */
export function closeUnion(
  out: Findings,
  start: number,
  ...[place, code, passing, value, index]: Parameters<Findings['add']>
): void {
  const { issues = [] } = out;
  const depth = (typeof place === 'string' ? 1 : place.length) + Number(index !== undefined);
  const members = issues.slice(start, out.length) as Issue[];
  const inside = members.filter((member) => member.path.length > depth);
  const others = members.filter((member) => member.code !== 'type');
  const shared = (['type', 'enum'] as const).find((sole) => members.every((member) => member.code === sole));
  const kept = inside.length > 0 ? inside : others;
  const actual = shared === 'type' ? typeOf(value) : scalar(value);
  out.length = start;
  if (members.length === 0 || Array.isArray(passing)) out.add(place, code, undefined, undefined, index);
  else if (inside.length === 0 && shared !== undefined)
    out.add(place, shared, [...new Set(members.flatMap((member) => member.limit))], actual, index);
  else if (inside.length === 0 && others.length !== 1) out.add(place, code, undefined, undefined, index);
  else for (const member of kept) issues[out.length++] = member;
}
