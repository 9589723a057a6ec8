import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, flat, form, header, json, percentEncode, plain, serialize } from '../src/index.ts';
import type { Encoder, OperationDescriptor } from '../src/index.ts';

const operation = (parameters: Record<string, Encoder> = {}): OperationDescriptor => [
  'X',
  '1',
  {},
  undefined,
  parameters,
];

const queryOf = (encoder: Encoder, value: unknown) =>
  serialize(operation({ P: encoder }), { P: value }).query;

describe('serialize', () => {
  it.each([
    [plain, 'a b', [['P', 'a b']]],
    [plain, true, [['P', 'true']]],
    [plain, 0, [['P', '0']]],
    [plain, ['a', 'b'], [['P', 'a,b']]],
    [json, ['a', 'b'], [['P', '["a","b"]']]],
    [
      flat,
      ['a', { B: 1, C: [true] }],
      [
        ['P.1', 'a'],
        ['P.2.B', '1'],
        ['P.2.C.1', 'true'],
      ],
    ],
    [
      flat,
      { A: 'x', b: { c: 'y' } },
      [
        ['P.A', 'x'],
        ['P.b.c', 'y'],
      ],
    ],
    [flat, [], []],
    [flat, [undefined, 'b', null], [['P.2', 'b']]],
  ])('%o of %j', (encoder, value, expected) => {
    expect(queryOf(encoder, value)).toEqual(expected);
  });

  it('leaves out what is undefined or null', () => {
    expect(serialize(operation(), { A: undefined, B: null, C: '' }).query).toEqual([['C', '']]);
  });

  it('knows parameters by their own names only', () => {
    const request = JSON.parse('{"constructor":"a","__proto__":"b"}') as object;
    expect(serialize(operation({ Other: json }), request).query).toEqual([
      ['constructor', 'a'],
      ['__proto__', 'b'],
    ]);
  });

  it('sends headers and forms where they belong', () => {
    const wire = serialize(operation({ H: header, F: form(json), G: form(flat) }), {
      H: 1,
      F: [2],
      G: ['x'],
      Q: 3,
    });
    expect(wire).toEqual({
      query: [['Q', '3']],
      headers: { H: '1', 'content-type': 'application/x-www-form-urlencoded' },
      form: [
        ['F', '[2]'],
        ['G.1', 'x'],
      ],
    });
  });
});

describe('encoding', () => {
  it('is what every URL library decodes', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'binary' }), (name, value) => {
        expect([...new URLSearchParams(canonicalQuery([[name, value]]))]).toEqual([[name, value]]);
      }),
    );
  });

  it('leaves nothing but unreserved characters', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => /^([\w\-.~]|%[0-9A-F]{2})*$/.test(percentEncode(text))),
    );
  });

  it('carries any JSON', () => {
    assert(
      property(jsonValue(), (value) => {
        const [pair] = value === null ? [['P', 'null']] : queryOf(json, value);
        expect(JSON.parse(pair![1]!)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of names', () => {
    assert(
      property(dictionary(string(), string()), (values) => {
        const pairs = Object.entries(values);
        expect(canonicalQuery(pairs.toReversed())).toBe(canonicalQuery(pairs));
      }),
    );
  });
});
