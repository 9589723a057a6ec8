import { describe, expect, it } from 'vitest';
import { accepts, distinctValues, type JsonValue, type Schema } from '../src/index.ts';

const text = (rest: object = {}): Schema => ({ kind: 'string', ...rest });
const member = (name: string, schema: Schema, required = true) => ({ name, schema, required });
const object = (...properties: ReturnType<typeof member>[]): Schema => ({
  kind: 'object',
  properties,
  additional: false,
});
const flag: Schema = { kind: 'boolean' };
const port: Schema = { kind: 'integer', minimum: 1, maximum: 3 };
const named = { kind: 'reference', name: 'Port' } as const;

const samples: Readonly<Record<string, JsonValue>> = {
  string: 'text',
  boolean: true,
  integer: 1,
  object: {},
  enum: 'a',
};
const making = {
  resolve: (schema: Schema): Schema => (schema.kind === 'reference' ? port : schema),
  make: (schema: Schema): JsonValue | undefined => samples[making.resolve(schema).kind],
};

/** Members stand in the order in which the schema has them. */
const allTrue = (schema: Schema): JsonValue =>
  schema.kind !== 'object' || Object.fromEntries(schema.properties.map(({ name }) => [name, true]));

describe('distinct values', () => {
  it.each<[string, Schema, JsonValue, number]>([
    ['texts', text(), 'a', 30],
    ['texts of one length', text({ minLength: 4, maxLength: 4 }), 'aaaa', 200],
    ['one letter', text({ pattern: '^[a-z]$' }), 'a', 20],
    ['UUIDs', text({ format: 'uuid' }), '123e4567-e89b-12d3-a456-426655440000', 50],
    ['numbers at their limit', port, 3, 3],
    ['numbers by steps', { kind: 'number', multipleOf: 0.5 }, 1, 9],
    ['listed values', { kind: 'enum', values: ['a', 'b', 'c'], valueDescriptions: {} }, 'b', 3],
    ['truth values', flag, false, 2],
    ['combinations of members', object(member('A', flag), member('B', flag)), { A: true, B: true }, 4],
    ['members that may be left out', object(member('A', flag, false)), {}, 3],
    ['members by reference', object(member('A', named)), { A: 2 }, 3],
    ['maps', { kind: 'object', properties: [], additional: text() }, {}, 5],
    ['lists', { kind: 'array', items: flag, minItems: 2 }, [true, true], 5],
    ['one of several forms', { kind: 'union', mode: 'one', members: [flag, port] }, true, 5],
    [
      'what parts want together',
      {
        kind: 'intersection',
        members: [
          { kind: 'object', properties: [member('A', flag)], additional: true },
          { kind: 'object', properties: [member('B', named)], additional: true },
        ],
      },
      { A: true, B: 1 },
      6,
    ],
  ])('are found: %s', (_name, schema, first, count) => {
    const found = distinctValues(schema, first, count, making);
    expect(found[0]).toEqual(first);
    expect(new Set(found.map((value) => JSON.stringify(value))).size).toBe(count);
    expect(found.filter((value) => !accepts(schema, value, making.resolve))).toEqual([]);
  });

  it('are as many as there are, and are sought no longer than they need', () => {
    expect(distinctValues(flag, true, 3, making)).toEqual([true, false]);
    const none = text({ pattern: '^a$' });
    const members = Array.from({ length: 2000 }, (_, index) => member(`M${index}`, none));
    const only = Object.fromEntries(members.map(({ name }) => [name, 'a']));
    expect(distinctValues(object(...members), only, 5, making)).toEqual([only]);
  });

  it('are the same in whatever order their members stand', () => {
    const [a, b] = [member('A', flag), member('B', flag)];
    const schema: Schema = { kind: 'union', mode: 'any', members: [object(a, b), object(b, a)] };
    const given = { A: true, B: true };
    expect(distinctValues(schema, given, 9, { ...making, make: allTrue })).toHaveLength(4);
    const list: Schema = { kind: 'array', items: schema, uniqueItems: true };
    const twice = [given, { B: true, A: true }];
    expect(accepts(list, twice, making.resolve)).toBe(false);
    expect(accepts(list, [given, { A: true, B: false }], making.resolve)).toBe(true);
  });
});
