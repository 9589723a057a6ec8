import type { JsonValue } from '../api-model.ts';
import type { ObjectSchema, Property, Schema } from '../schema.ts';
import { accepts } from './accepts.ts';
import { patternText } from './pattern-text.ts';
import { valueKey } from './value-key.ts';

/** What is known besides the schema. */
export interface Making {
  /** Follows references to the schema that they stand for. */
  readonly resolve: (schema: Schema) => Schema;
  /** A value of a schema; `undefined` where none can be made. */
  readonly make: (schema: Schema) => JsonValue | undefined;
}

/** Values that are tried of one text, number or list, for each that is wanted. */
const attempts = 4;

/** Values that are looked at, at least: a schema may refuse nearly all. */
const fewest = 1000;

/** Members of an object that are varied: combinations of so many are enough for any list. */
const mostMembers = 32;

/** Levels of values inside values that are varied. */
const deepest = 8;

/**
 * Values of a schema that all differ, for lists with `uniqueItems`: the given one, and others near it.
 * @returns fewer than `count` where no more are found
 */
export function distinctValues(
  schema: Schema,
  first: JsonValue,
  count: number,
  making: Making,
): readonly JsonValue[] {
  const found = new Map<string, JsonValue>();
  let tried = 0;
  for (const value of new Variants(count, making).of(schema, first)) {
    tried += 1;
    if (found.size >= count || tried > fewest + 2 * attempts * count) break;
    if (!accepts(schema, value, making.resolve)) continue;
    const key = valueKey(value);
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** Candidates, the given value first; whether they are allowed is asked afterwards. */
class Variants {
  readonly #most: number;
  readonly #making: Making;

  constructor(count: number, making: Making) {
    this.#most = attempts * count;
    this.#making = making;
  }

  *of(given: Schema, first: JsonValue, depth = 0): Generator<JsonValue> {
    yield first;
    const schema = this.#making.resolve(given);
    if (depth > deepest) return;
    if (schema.kind === 'enum') yield* schema.values;
    else if (schema.kind === 'union') yield* this.#forms(schema.members, depth);
    else if (schema.kind === 'intersection') yield* this.#parts(schema.members, first, depth);
    else if (typeof first === 'boolean') yield !first;
    else if (typeof first === 'number') yield* this.#numbers(schema, first);
    else if (typeof first === 'string') yield* this.#texts(schema, first);
    else if (schema.kind === 'array' && Array.isArray(first)) yield* this.#lists(schema.items, first, depth);
    else if (schema.kind === 'object' && typeof first === 'object' && first !== null)
      yield* this.#objects(schema, first as JsonObject, depth);
  }

  *#numbers(schema: Schema, first: number): Generator<JsonValue> {
    const step = ('multipleOf' in schema ? schema.multipleOf : undefined) ?? 1;
    for (let index = 1; index <= this.#most; index += 1) yield first + index * step;
    for (let index = 1; index <= this.#most; index += 1) yield first - index * step;
  }

  *#texts(schema: Schema, first: string): Generator<JsonValue> {
    const pattern = schema.kind === 'string' ? schema.pattern : undefined;
    for (let index = 1; index <= this.#most; index += 1) {
      const text = String(index);
      // In place of the end, where the length or the form is fixed, or behind it.
      if (text.length <= first.length) yield first.slice(0, -text.length) + text;
      yield first + text;
      const last = String.fromCodePoint(96 + (index % 26 || 26));
      yield first.slice(0, -1) + last;
      const matching = pattern === undefined ? undefined : patternText(pattern, index);
      if (matching !== undefined) yield matching;
    }
  }

  /** Another first item, or more items. */
  *#lists(items: Schema, first: readonly JsonValue[], depth: number): Generator<JsonValue> {
    const [head, ...rest] = first;
    const item = head ?? this.#making.make(items);
    if (item === undefined) return;
    if (head !== undefined) for (const other of this.of(items, head, depth + 1)) yield [other, ...rest];
    for (let length = 1; length <= this.#most; length += 1)
      yield [...first, ...Array.from({ length }, () => item)];
  }

  /** Another value of any member, and with further ones. */
  *#objects(schema: ObjectSchema, first: JsonObject, depth: number): Generator<JsonValue> {
    yield* this.#withMembers(schema.properties.slice(0, mostMembers), first, depth);
    const { additional } = schema;
    if (additional === false) return;
    const value = additional === true ? 'text' : this.#making.make(additional);
    if (value === undefined) return;
    for (let index = 1; index <= this.#most; index += 1) yield { ...first, [`Name${index}`]: value };
  }

  /** Every combination: the first members change the fastest. */
  *#withMembers(properties: readonly Property[], first: JsonObject, depth: number): Generator<JsonObject> {
    const [property, ...others] = properties;
    if (property === undefined) {
      yield first;
      return;
    }
    const { name, schema } = property;
    const isGiven = Object.hasOwn(first, name);
    const value = isGiven ? first[name] : this.#making.make(schema);
    for (const rest of this.#withMembers(others, first, depth)) {
      if (!isGiven) yield rest;
      if (value === undefined) continue;
      for (const member of this.of(schema, value, depth + 1)) yield { ...rest, [name]: member };
    }
  }

  *#forms(members: readonly Schema[], depth: number): Generator<JsonValue> {
    for (const member of members) {
      const value = this.#making.make(member);
      if (value !== undefined) yield* this.of(member, value, depth + 1);
    }
  }

  /** What one of the parts says of the value is varied, and the rest stays. */
  *#parts(members: readonly Schema[], first: JsonValue, depth: number): Generator<JsonValue> {
    for (const member of members) yield* this.of(member, first, depth + 1);
  }
}

type JsonObject = Readonly<Record<string, JsonValue>>;
