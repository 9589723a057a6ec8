/** What compiled checks call. Free of any operation's facts. */
import type { Finding } from './check.ts';

/** Whether an object has a name of its own: inherited names are nobody's input. */
export const own = Object.prototype.hasOwnProperty;

const base = Object.prototype;

/** Whether `__proto__` can be asked: Node may be told to remove it, or to throw. It is much faster than the function. */
const hasProto = /* @__PURE__ */ ((): boolean => {
  try {
    return prototypeOf({}) === base;
  } catch {
    return false;
  }
})();

function prototypeOf(object: object): unknown {
  return (object as { readonly __proto__?: unknown }).__proto__;
}

/**
 * The object itself when nothing can be inherited from it, which is nearly always so; otherwise a copy of what is its own.
 * Asking for each name whether it is an object's own would take longer than everything else.
 */
export function plain(object: object): object {
  return hasProto && prototypeOf(object) === base && !isPolluted() ? object : plainSlowly(object);
}

function plainSlowly(object: object): object {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || (prototype === base && !isPolluted()) ? object : ownCopy(object);
}

const probe = {};

/** Whether somebody has given all objects a name to inherit: then an empty one has it too. */
function isPolluted(): boolean {
  // oxlint-disable-next-line guard-for-in -- inherited names are what is looked for.
  for (const name in probe) return name !== undefined;
  return false;
}

function ownCopy(object: object): object {
  const result = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(object)) result[name] = (object as Record<string, unknown>)[name];
  return result;
}

/** Thrown by `copy`, and turned into an issue by its callers. */
export const tooLarge: unique symbol = Symbol('too large');

const depthLimit = 100;
const valueLimit = 100_000;

/**
 * Copies a list of scalars. One of more than `maxItems` is only measured: it will be refused for its length. What an item
 * holds is not copied, since an item that holds something will be refused.
 */
export function copyList(value: unknown, maxItems?: number): unknown {
  if (!Array.isArray(value)) return value;
  const { length } = value;
  // oxlint-disable-next-line no-new-array -- the only way that takes no more room than needed, and the fastest.
  const items = new Array<unknown>(length);
  if (maxItems !== undefined && length > maxItems) return items;
  for (let index = 0; index < length; index += 1) items[index] = value[index];
  return items;
}

/**
 * Copies lists and objects by their own names, so that a value cannot change after it was checked.
 * @throws {tooLarge} beyond 100 levels or 100,000 values, and whatever a getter throws.
 */
export function copy(value: unknown): unknown {
  return copyNested(value, depthLimit, { left: valueLimit });
}

/** How many values may still be copied. */
interface Budget {
  left: number;
}

function refuse(): never {
  // oxlint-disable-next-line no-throw-literal -- a constant: making an Error for each hostile request costs more.
  throw tooLarge;
}

function copyNested(value: unknown, depth: number, budget: Budget): unknown {
  budget.left -= 1;
  if (budget.left < 0) refuse();
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) refuse();
  const down = (item: unknown): unknown => copyNested(item, depth - 1, budget);
  if (Array.isArray(value))
    return value.length > budget.left ? refuse() : Array.from(value as unknown[], down);
  const result: Record<string, unknown> = {};
  for (const key in value) {
    if (!own.call(value, key)) continue;
    const item = down((value as Record<string, unknown>)[key]);
    if (key === '__proto__') Object.defineProperty(result, key, { value: item, enumerable: true });
    else result[key] = item;
  }
  return result;
}

/** Length in Unicode code points, as JSON Schema counts. A lone surrogate counts as one. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index += 1) {
    const isPair =
      (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
    if (isPair) count -= 1;
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

/**
 * Replaces the findings of all members of a union, from `start` on, by those of use: what is wrong inside the member
 * that was meant; or one finding with all types or values that are allowed.
 */
export function closeUnion(out: Finding[], start: number, finding: Finding): void {
  const members = out.splice(start);
  const [path, , passing, value] = finding;
  const inside = members.filter((member) => member[0].length > path.length);
  const others = members.filter(([, code]) => code !== 'type');
  const sole = ['type', 'enum'] as const;
  const shared = sole.find((code) => members.every((member) => member[1] === code));
  if (Array.isArray(passing) || members.length === 0) out.push(finding);
  else if (inside.length > 0) out.push(...inside);
  else if (shared !== undefined)
    out.push([path, shared, [...new Set(members.flatMap((member) => member[2]))], value]);
  else if (others.length === 1) out.push(...others);
  else out.push(finding);
}
