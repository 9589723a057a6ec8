/** What of a value its schema refuses, and what it wants there instead. */
import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../api-model.ts';
import { takesLong } from '../check-pattern.ts';
import type { ArraySchema, ObjectSchema, Schema } from '../schema.ts';
import { accepts } from './accepts.ts';
import { expectedOf } from './expected-of.ts';

/** A part of a value that breaks the schema. */
export interface ValueFault {
  /** Keys and indices that lead to it. */
  readonly path: readonly (string | number)[];
  /** What the schema wants there, in words. */
  readonly expected: string;
  /** The part itself. */
  readonly found: JsonValue;
}

/** What a reference stands for; itself where that is not known. */
export type Resolve = (schema: Schema) => Schema;

/** Judgements that one value may take: forms of forms multiply, and an example is not worth more. */
const mostSteps = 20_000;

/** Documents mask parts of their examples, as in `i-bp67****`: what stands there says nothing about the rest. */
export const isMasked = (value: JsonValue): boolean => typeof value === 'string' && value.includes('***');

class TooManySteps extends Error {}

class Search {
  readonly #resolve: Resolve;
  #left = mostSteps;

  constructor(resolve: Resolve) {
    this.#resolve = (schema) => {
      this.#count(1);
      return resolve(schema);
    };
  }

  find(given: Schema, value: JsonValue, path: readonly (string | number)[]): ValueFault | undefined {
    if (isMasked(value) || (given.nullable === true && value === null)) return undefined;
    const schema = this.#resolve(given);
    switch (schema.kind) {
      case 'reference':
      case 'any':
        return undefined;
      case 'intersection':
        return this.#first(schema.members, (member) => this.find(member, value, path));
      case 'union':
        return this.#inUnion(schema, value, path);
      case 'array':
        return this.#inList(schema, value, path);
      case 'object':
        return this.#inObject(schema, value, path);
      default:
        return isRight(schema, value) ? undefined : { path, expected: expectedOf(schema), found: value };
    }
  }

  #first<Item>(
    items: readonly Item[],
    find: (item: Item, index: number) => ValueFault | undefined,
  ): ValueFault | undefined {
    for (const [index, item] of items.entries()) {
      const fault = find(item, index);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  /** Where there is one form only, what is wrong with it is what is wrong. That several forms fit is a matter of how the schema is written. */
  #inUnion(
    schema: Schema & { readonly kind: 'union' },
    value: JsonValue,
    path: ValueFault['path'],
  ): ValueFault | undefined {
    const faults = schema.members.map((member) => this.find(member, value, path));
    if (faults.length === 0 || faults.includes(undefined)) return undefined;
    // The form that went along furthest is the one that was meant.
    const [nearest] = faults
      .filter((fault) => fault !== undefined)
      .toSorted((one, other) => other.path.length - one.path.length);
    const isClear = faults.length === 1 || (nearest !== undefined && nearest.path.length > path.length);
    return isClear ? nearest : { path, expected: expectedOf(schema), found: value };
  }

  #inList(schema: ArraySchema, value: JsonValue, path: ValueFault['path']): ValueFault | undefined {
    if (!Array.isArray(value)) return { path, expected: 'a list', found: value };
    const items = value as readonly JsonValue[];
    const wrongItem = this.#first(items, (item, index) => this.find(schema.items, item, [...path, index]));
    if (wrongItem !== undefined) return wrongItem;
    const { minItems = 0, maxItems = Infinity } = schema;
    if (items.length < minItems || items.length > maxItems)
      return { path, expected: expectedOf(schema), found: value };
    const again = schema.uniqueItems === true ? this.#repeated(items) : -1;
    return again < 0
      ? undefined
      : { path: [...path, again], expected: 'items that differ', found: items[again] ?? null };
  }

  /** Index of the first item that stands there before. */
  #repeated(items: readonly JsonValue[]): number {
    return items.findIndex((item, index) => {
      this.#count(index);
      return !isMasked(item) && items.slice(0, index).some((earlier) => isDeepStrictEqual(earlier, item));
    });
  }

  #count(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooManySteps();
  }

  #inObject(schema: ObjectSchema, value: JsonValue, path: ValueFault['path']): ValueFault | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { path, expected: 'a mapping', found: value };
    const members = Object.entries(value as Readonly<Record<string, JsonValue>>);
    const declared = new Map(schema.properties.map((property) => [property.name, property]));
    const wrong = this.#first(members, ([name, member]) => {
      const inside = declared.get(name)?.schema ?? schema.additional;
      if (typeof inside !== 'boolean') return this.find(inside, member, [...path, name]);
      return inside ? undefined : { path: [...path, name], expected: propertiesOf(schema), found: member };
    });
    if (wrong !== undefined) return wrong;
    const missing = schema.properties.find(
      (property) =>
        property.required && !Object.hasOwn(value, property.name) && !this.#isOneWay(property.schema),
    );
    if (missing !== undefined) return { path, expected: `the property \`${missing.name}\``, found: value };
    const { minProperties = 0, maxProperties = Infinity } = schema;
    const fits = members.length >= minProperties && members.length <= maxProperties;
    return fits ? undefined : { path, expected: expectedOf(schema), found: value };
  }

  /** What only requests or only answers carry may be left out of an example. */
  #isOneWay(schema: Schema): boolean {
    const target = this.#resolve(schema);
    return [schema, target].some(({ readOnly, writeOnly }) => readOnly === true || writeOnly === true);
  }
}

/** Of a scalar. A text on which its pattern takes too long is as good as wrong: nobody could try it. */
function isRight(schema: Schema, value: JsonValue): boolean {
  const isSlow =
    schema.kind === 'string' &&
    schema.pattern !== undefined &&
    typeof value === 'string' &&
    takesLong(schema.pattern, value);
  return !isSlow && accepts(schema, value, (same) => same);
}

const propertiesOf = ({ properties }: ObjectSchema): string =>
  properties.map(({ name }) => `\`${name}\``).join(', ') || 'no property';

/** The first fault of a value; none either where it would take too long to say. */
export function findFault(schema: Schema, value: JsonValue, resolve: Resolve): ValueFault | undefined {
  try {
    return new Search(resolve).find(schema, value, []);
  } catch (error) {
    if (error instanceof TooManySteps) return undefined;
    throw error;
  }
}
