import { toJsonSchema, type JsonValue, type Parameter, type Schema } from '@swas/generator-model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parameterConstraints, type WireSample } from '../src/constraints/parameter-constraints.ts';
import { sample } from '../src/values/sample.ts';
import { schemaTable } from '../src/values/schema-table.ts';
import { deserialize } from '../src/values/serialize.ts';
import { emittedText, fromMarkedText } from '../src/values/template-text.ts';
import { lamps } from './models.ts';

const table = schemaTable(lamps.schemas);
// One instance: its own schemas take longer to compile than all of these.
const oracle = new Ajv2020({ strict: false, validateSchema: false });

const parameter = (schema: Schema, rest: Partial<Parameter> = {}): Parameter => ({
  name: 'P',
  location: 'query',
  serialization: 'json',
  required: false,
  deprecated: false,
  description: '',
  schema,
  ...rest,
});

const wireText = ({ texts }: WireSample): string => texts.map(([, text]) => emittedText(text)).join('&');

const samplesOf = (one: Parameter) =>
  parameterConstraints(one, sample(one.schema, table), table).map(({ keyword, path, wrong, right }) => ({
    keyword: `${path}${keyword}`,
    wrong: wrong.map(wireText),
    right: right.map(wireText),
  }));

test('a length is examined at the limit, just inside and just outside', () => {
  const found = samplesOf(
    parameter({ kind: 'string', minLength: 2, maxLength: 4 }, { serialization: 'plain' }),
  );
  expect(found).toEqual([
    { keyword: 'minLength', wrong: ['a'], right: ['aa', 'aaa'] },
    { keyword: 'maxLength', wrong: ['aaaaa'], right: ['aaaa', 'aaa'] },
  ]);
});

test('a length that no address can hold is not examined', () => {
  const schema: Schema = { kind: 'string', maxLength: 1_000_000_000 };
  expect(samplesOf(parameter(schema, { serialization: 'plain' }))).toEqual([]);
});

test('an enum is examined with near misses in case and white space', () => {
  const schema: Schema = { kind: 'enum', values: ['On', 'off'], valueDescriptions: {} };
  const [found] = samplesOf(parameter(schema, { serialization: 'plain' }));
  expect(found?.wrong).toEqual(['on', 'ON', ' On', 'Off', 'off\n', 'Ｏn', 'On,off', 'Other']);
  expect(found?.right).toEqual(['On', 'off']);
});

test('a near miss that is itself allowed is not sent', () => {
  const schema: Schema = { kind: 'enum', values: ['on', 'ON'], valueDescriptions: {} };
  const [found] = samplesOf(parameter(schema, { serialization: 'plain' }));
  expect(found?.wrong).not.toContain('ON');
  expect(found?.wrong).not.toContain('on');
});

test('the characters next to ASCII break a pattern of ASCII only', () => {
  const schema: Schema = { kind: 'string', pattern: String.raw`^[\x00-\x7F]*$` };
  const [found] = samplesOf(parameter(schema, { serialization: 'plain' }));
  expect(found?.wrong).toEqual(['aaaaaaa\u0080', 'aaaaaaa中']);
});

test('a header is examined only with what a header can hold', () => {
  const schema: Schema = { kind: 'string', pattern: '^[0-9a-f]+$', example: '00' };
  const rest = { serialization: 'plain', location: 'header' } as const;
  expect(samplesOf(parameter(schema, rest))[0]?.wrong).toEqual(['0!', '0/']);
  const words: Schema = { kind: 'enum', values: ['On'], valueDescriptions: {} };
  expect(samplesOf(parameter(words, rest))[0]?.wrong).toEqual(['on', 'ON', 'Other']);
});

test('an item between commas is examined without commas', () => {
  const item: Schema = { kind: 'string', pattern: '^(?:v-|$)' };
  const schema: Schema = { kind: 'array', items: item, example: ['v-1'] };
  const [found] = samplesOf(parameter(schema, { serialization: 'comma' }));
  expect(found).toMatchObject({ keyword: '[]pattern', right: ["v-1 !#$%&'()*+-./:;=?@[]^_~"] });
});

test('exclusive limits and steps are respected', () => {
  const schema: Schema = { kind: 'integer', exclusiveMinimum: 0, maximum: 20, multipleOf: 5, example: 10 };
  const found = samplesOf(parameter(schema, { serialization: 'plain' }));
  expect(found.find(({ keyword }) => keyword === 'exclusiveMinimum')).toMatchObject({
    wrong: ['0'],
    right: ['5', '10'],
  });
  expect(found.find(({ keyword }) => keyword === 'maximum')).toMatchObject({
    wrong: ['25'],
    right: ['20', '15'],
  });
  expect(found.find(({ keyword }) => keyword === 'multipleOf')).toMatchObject({ wrong: ['11'] });
});

test('malformed JSON text never looks like a bare value', () => {
  const schema: Schema = { kind: 'array', items: { kind: 'string' }, example: ['x'] };
  const json = samplesOf(parameter(schema)).find(({ keyword }) => keyword === 'json');
  expect(json?.wrong).toEqual([
    '["x"',
    '["x"]]',
    '["x",]',
    "['x']",
    '{{"0":"x"}}',
    'null',
    '["x",1]',
    '["x",null]',
    '[["x"]]',
  ]);
});

test('a flattened object without names is not sent: it would be no violation on the wire', () => {
  const item: Schema = {
    kind: 'object',
    properties: [{ name: 'Key', required: true, schema: { kind: 'string' } }],
    additional: true,
  };
  const schema: Schema = { kind: 'array', items: item, example: [{ Key: 'k' }] };
  expect(samplesOf(parameter(schema, { serialization: 'flat' }))).toEqual([]);
});

const leaf: fc.Arbitrary<Schema> = fc.oneof(
  fc
    .record({ minLength: fc.nat(5), more: fc.nat(5) })
    .map(({ minLength, more }): Schema => ({ kind: 'string', minLength, maxLength: minLength + more })),
  fc
    .record({ minimum: fc.integer({ min: -50, max: 50 }), more: fc.nat(50) })
    .map(({ minimum, more }): Schema => ({ kind: 'integer', minimum, maximum: minimum + more })),
  fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    .map((values): Schema => ({ kind: 'enum', values, valueDescriptions: {} })),
  fc.constant<Schema>({ kind: 'boolean' }),
);

const nested: fc.Arbitrary<Schema> = fc.oneof(
  leaf,
  fc
    .record({ items: leaf, minItems: fc.nat(2), more: fc.nat(3) })
    .map(({ items, minItems, more }): Schema => ({
      kind: 'array',
      items,
      minItems,
      maxItems: minItems + more + 1,
    })),
  fc
    .uniqueArray(leaf, { minLength: 2, maxLength: 3, selector: ({ kind }) => kind })
    .map((members): Schema => ({ kind: 'union', mode: 'any', members })),
  fc.record({ value: leaf, least: fc.nat(2), more: fc.nat(2) }).map(({ value, least, more }): Schema => ({
    kind: 'object',
    properties: [],
    additional: value,
    minProperties: least,
    maxProperties: least + more,
    example: Object.fromEntries(
      Array.from({ length: least }, (_, index) => [`k${index}`, sample(value, table)]),
    ),
  })),
  fc
    .record({ first: leaf, second: leaf, additional: fc.boolean() })
    .map(({ first, second, additional }): Schema => ({
      kind: 'object',
      additional,
      properties: [
        { name: 'First', required: true, schema: first },
        { name: 'Second', required: false, schema: second },
      ],
    })),
);

test('a value of several forms is sent in each, and in none', () => {
  const schema: Schema = {
    kind: 'union',
    mode: 'one',
    members: [
      { kind: 'enum', values: ['Red'], valueDescriptions: {} },
      { kind: 'integer', minimum: 0 },
    ],
  };
  const [found] = samplesOf(parameter(schema, { serialization: 'plain' }));
  expect(found).toMatchObject({ keyword: 'oneOf', right: ['Red', '0'] });
  expect(found?.wrong).toEqual(['red', 'RED', ' Red']);
});

/** How many names each object of a JSON text has. */
const sizes = (texts: readonly string[] | undefined) => texts?.map((text) => text.split(':').length - 1);

test('a map is sent with as many names as it may hold, with one more, and with wrong values', () => {
  const additional: Schema = { kind: 'string', maxLength: 2, example: 'ok' };
  const schema: Schema = { kind: 'object', properties: [], additional, minProperties: 1, maxProperties: 2 };
  const found = samplesOf(parameter({ ...schema, example: { a: 'x' } }));
  const of = (keyword: string) => found.find((one) => one.keyword === keyword);
  expect(sizes(of('minProperties')?.wrong)).toEqual([0]);
  expect(sizes(of('minProperties')?.right)).toEqual([1, 2]);
  expect(sizes(of('maxProperties')?.wrong)).toEqual([3]);
  expect(sizes(of('maxProperties')?.right)).toEqual([2, 1]);
  expect(of('.*maxLength')?.wrong).toEqual(['{{"a":"aaa"}}']);
});

test('what is called wrong is invalid, what is called right is valid', () => {
  fc.assert(
    fc.property(nested, (schema) => {
      const one = parameter(schema);
      const valid = oracle.compile(toJsonSchema(schema));
      const decoded = ({ texts }: WireSample): JsonValue | undefined =>
        deserialize(one, Object.fromEntries(texts.map(([name, text]) => [name, fromMarkedText(text)])));
      for (const { wrong, right } of parameterConstraints(one, sample(schema, table), table)) {
        for (const sent of right) expect(valid(decoded(sent))).toBe(true);
        for (const sent of wrong) {
          const value = decoded(sent);
          expect(value === undefined || !valid(value)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a required text that may be empty is not sent empty: to a gateway that is as good as missing', () => {
  const schema: Schema = { kind: 'enum', values: ['a', ''], valueDescriptions: {} };
  const right = (required: boolean) =>
    samplesOf(parameter(schema, { serialization: 'plain', required })).flatMap((found) => found.right);
  expect([right(true), right(false)]).toEqual([['a'], ['a', '']]);
});

const atMost = (format: string, maxLength: number) =>
  samplesOf(parameter({ kind: 'string', format, maxLength }, { serialization: 'plain' }))[0]?.right;

test('texts at a limit are of their format', () => {
  expect(atMost('email', 14)).toEqual(['aa@example.com', 'a@example.com']);
  expect(atMost('byte', 8)).toEqual(['aaaaaaaa']);
  expect(atMost('uuid', 36)).toBeUndefined();
});

const named = (kind: string): Schema => ({
  kind: 'object',
  properties: [
    { name: kind, required: true, schema: { kind: 'enum', values: [kind], valueDescriptions: {} } },
  ],
  additional: true,
});

test.for<readonly [string, Schema]>([
  [
    'an object of optional properties, one of which has to be there',
    {
      kind: 'object',
      minProperties: 1,
      additional: false,
      properties: [{ name: 'A', required: false, schema: { kind: 'boolean' } }],
    },
  ],
  [
    'a map of two',
    { kind: 'object', minProperties: 2, additional: { kind: 'integer', minimum: 3 }, properties: [] },
  ],
  [
    'listed items that differ',
    {
      kind: 'array',
      minItems: 2,
      uniqueItems: true,
      items: { kind: 'enum', values: ['x', 'y'], valueDescriptions: {} },
    },
  ],
  [
    'an object whose parts limit the same property',
    {
      kind: 'intersection',
      members: [
        {
          kind: 'object',
          additional: true,
          properties: [{ name: 'Type', required: true, schema: { kind: 'string' } }],
        },
        {
          kind: 'object',
          additional: true,
          properties: [
            {
              name: 'Type',
              required: false,
              schema: { kind: 'enum', values: ['queue'], valueDescriptions: {} },
            },
          ],
        },
      ],
    },
  ],
  [
    'a text that several parts limit',
    {
      kind: 'intersection',
      members: [
        { kind: 'string', minLength: 9 },
        { kind: 'string', pattern: '^b' },
      ],
    },
  ],
  [
    'one form that is not another, too',
    { kind: 'union', mode: 'one', members: [{ kind: 'any' }, { kind: 'boolean' }, named('x')] },
  ],
  ['a long address', { kind: 'string', format: 'uri', minLength: 40 }],
  ['a byte string of some length', { kind: 'string', format: 'byte', minLength: 10 }],
])('a sample is made of %s', ([, schema]) => {
  const validate = oracle.compile(toJsonSchema(schema));
  const value = sample(schema, table);
  expect([validate(value), value]).toEqual([true, value]);
});

test('a sample of a schema that holds itself ends', () => {
  const tree: Schema = {
    kind: 'object',
    additional: true,
    properties: [
      { name: 'Next', required: true, schema: { kind: 'array', items: { kind: 'reference', name: 'Tree' } } },
    ],
  };
  const trees = schemaTable([{ name: 'Tree', typeName: 'Tree', schema: tree }]);
  expect(sample({ kind: 'reference', name: 'Tree' }, trees)).toEqual({ Next: [] });
});

test('null is no sample of what has no text for it', () => {
  const orNull: Schema = { kind: 'union', mode: 'one', members: [{ kind: 'integer' }, { kind: 'null' }] };
  const right = (serialization: Parameter['serialization']) =>
    samplesOf(parameter(orNull, { serialization })).flatMap((constraint) => constraint.right);
  expect(right('json')).toContain('null');
  expect(right('plain')).not.toContain('null');
});
