import { createRequire } from 'node:module';
import type * as OfficialCore from '@alicloud/openapi-core';
import { flat, form, json, plain, serialize, type Encoder, type OperationDescriptor } from '@swas/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// The package is CommonJS with a `default` of its own, which an ES import does not unwrap.
const { OpenApiUtil } = createRequire(import.meta.url)('@alicloud/openapi-core') as typeof OfficialCore;

/** What our runtime sends for one parameter, by wire name. */
function sent(encoder: Encoder, value: unknown): Readonly<Record<string, string>> {
  const operation: OperationDescriptor = ['Any', '2020-06-01', {}, undefined, { Name: encoder }];
  const { query } = serialize(operation, { Name: value });
  const names = query.map(([name]) => name);
  // The same name twice would be hidden by a record.
  expect(new Set(names).size).toBe(names.length);
  return Object.fromEntries(query);
}

/** Names as APIs have them; the SDK loses what is called `__proto__`. */
const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
);
const nothing = fc.constantFrom(null, undefined);

/** Lists, objects and maps in each other, with gaps. */
const { value: nested } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    nothing,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe("what our runtime sends is what the official SDK's flattening makes of the same value", () => {
  test('lists, objects and maps, however deep', () => {
    fc.assert(
      fc.property(nested, (value) => {
        expect(sent(flat, value)).toEqual(OpenApiUtil.query({ Name: value }));
      }),
      { numRuns: 1_000 },
    );
  });

  test('JSON text', () => {
    // Through text, since JSON has no undefined.
    const container = fc
      .oneof(fc.array(nested), fc.dictionary(key, nested, { noNullPrototype: true }))
      .map((value) => JSON.parse(JSON.stringify(value)) as object);
    fc.assert(
      fc.property(container, (value) => {
        expect(sent(json, value)).toEqual({
          Name: OpenApiUtil.arrayToStringWithSpecifiedStyle(value, 'Name', 'json'),
        });
      }),
      { numRuns: 500 },
    );
  });

  test('items joined by commas', () => {
    fc.assert(
      fc.property(fc.array(scalar), (value) => {
        expect(sent(plain, value)).toEqual({
          Name: OpenApiUtil.arrayToStringWithSpecifiedStyle(value, 'Name', 'simple'),
        });
      }),
      { numRuns: 500 },
    );
  });

  test('plain scalars', () => {
    fc.assert(
      fc.property(scalar, (value) => {
        expect(sent(plain, value)).toEqual(OpenApiUtil.query({ Name: value }));
      }),
      { numRuns: 500 },
    );
  });

  test('fields of a form, each as its `encoding` says', () => {
    const encoders = { Flat: form(flat), Commas: form(plain), Json: form(json), Plain: form(plain) };
    const operation: OperationDescriptor = ['Any', '2020-06-01', {}, undefined, encoders];
    const { arrayToStringWithSpecifiedStyle } = OpenApiUtil;
    // An empty list joined by commas is an empty text to us and nothing to the SDK.
    const fields = fc.record({
      Flat: nested,
      Commas: fc.array(scalar, { minLength: 1 }),
      Json: fc.array(scalar),
      Plain: scalar,
    });
    fc.assert(
      fc.property(fields, (value) => {
        const theirs = OpenApiUtil.toForm({
          ...value,
          Commas: arrayToStringWithSpecifiedStyle(value.Commas, 'Commas', 'simple'),
          Json: arrayToStringWithSpecifiedStyle(value.Json, 'Json', 'json'),
        });
        const ours = serialize(operation, value);
        expect(ours.query).toEqual([]);
        expect(Object.fromEntries(ours.form ?? [])).toEqual(Object.fromEntries(new URLSearchParams(theirs)));
      }),
      { numRuns: 500 },
    );
  });
});
