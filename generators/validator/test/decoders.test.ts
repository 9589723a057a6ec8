import type { Parameter, Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { decoderExpression, flatExpression } from '../src/decoders.ts';
import { resolver } from '../src/resolver.ts';

const node: Schema = {
  kind: 'object',
  additional: false,
  properties: [{ name: 'Next', required: false, schema: { kind: 'reference', name: 'Node' } }],
};
const resolve = resolver({ schemas: [{ name: 'Node', typeName: 'Node', schema: node }] });

const allOf = (...members: Schema[]): Schema => ({ kind: 'intersection', members });
const list = (items: Schema): Schema => ({ kind: 'array', items });
const object = (fields: Record<string, Schema>, additional: Schema | boolean): Schema => ({
  kind: 'object',
  additional,
  properties: Object.entries(fields).map(([name, schema]) => ({ name, required: false, schema })),
});

function text(serialization: Parameter['serialization'], schema: Schema): string | undefined {
  const parameter: Parameter = {
    name: 'P',
    location: 'query',
    serialization,
    required: false,
    deprecated: false,
    description: '',
    schema,
  };
  return (flatExpression(parameter, resolve) ?? decoderExpression(parameter, resolve))?.text;
}

describe('decoders', () => {
  it.each<[Parameter['serialization'], Schema, string | undefined]>([
    ['plain', { kind: 'string' }, undefined],
    ['plain', { kind: 'integer' }, 'number'],
    ['plain', { kind: 'enum', values: ['a'], valueDescriptions: {} }, undefined],
    ['plain', { kind: 'enum', values: ['a', 1], valueDescriptions: {} }, "literals(['a', 1])"],
    [
      'plain',
      { kind: 'union', mode: 'any', members: [{ kind: 'number' }, { kind: 'boolean' }] },
      'either(boolean, number)',
    ],
    ['plain', { kind: 'union', mode: 'any', members: [{ kind: 'number' }, { kind: 'string' }] }, undefined],
    ...[
      { pattern: String.raw`^\d+/\d+$`, text: 'number' },
      { pattern: '^[1-9]', text: undefined },
      { format: 'ipv4', text: 'number' },
      { minLength: 9, text: undefined },
    ].map(({ text: expected, ...limits }): [Parameter['serialization'], Schema, string | undefined] => [
      'plain',
      { kind: 'union', mode: 'one', members: [{ kind: 'integer' }, { kind: 'string', ...limits }] },
      expected,
    ]),
    ['comma', { kind: 'array', items: { kind: 'boolean' } }, 'comma(boolean)'],
    ['flat', { kind: 'array', items: { kind: 'number' } }, '{ items: number }'],
    ['plain', allOf({ kind: 'any' }, { kind: 'boolean' }), 'boolean'],
    ['plain', allOf({ kind: 'any' }), undefined],
    [
      'plain',
      allOf(
        { kind: 'union', mode: 'any', members: [{ kind: 'number' }, { kind: 'string' }] },
        { kind: 'number' },
      ),
      'number',
    ],
    ['comma', allOf(list({ kind: 'any' }), list({ kind: 'integer' })), 'comma(number)'],
    ['flat', list(allOf({ kind: 'any' }, { kind: 'number' })), '{ items: number }'],
    [
      'flat',
      allOf(
        allOf(
          object({ A: { kind: 'any' } }, true),
          object({ A: list({ kind: 'number' }) }, { kind: 'boolean' }),
        ),
        object({ B: { kind: 'boolean' } }, true),
        { kind: 'any' },
      ),
      '{ properties: { A: { items: number }, B: boolean }, additional: boolean }',
    ],
    [
      'flat',
      { kind: 'object', properties: [], additional: { kind: 'string' } },
      '{ properties: {  }, additional: {} }',
    ],
  ])('reads %s %o', (serialization, schema, expected) => {
    expect(text(serialization, schema)).toBe(expected);
  });

  it('refuses a flattened value without end', () => {
    expect(() => text('flat', { kind: 'reference', name: 'Node' })).toThrow('its schema refers to itself');
  });

  it('puts an intersection of intersections together once', () => {
    const schemas = Array.from({ length: 60 }, (_, index) => {
      const next: Schema = { kind: 'reference', name: `S${index + 1}` };
      return { name: `S${index}`, typeName: `S${index}`, schema: allOf(next, next) };
    });
    const last = { name: 'S60', typeName: 'S60', schema: object({ A: { kind: 'boolean' } }, false) };
    const whole = resolver({ schemas: [...schemas, last] })({ kind: 'reference', name: 'S0' });
    expect(whole).toMatchObject({ properties: [{ name: 'A', schema: { kind: 'boolean' } }] });
  });
});
