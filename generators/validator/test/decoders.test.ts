import type { Parameter, Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { decoderExpression, flatExpression, resolver } from '../src/decoders.ts';

const node: Schema = {
  kind: 'object',
  additional: false,
  properties: [{ name: 'Next', required: false, schema: { kind: 'reference', name: 'Node' } }],
};
const resolve = resolver({ schemas: [{ name: 'Node', typeName: 'Node', schema: node }] });

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
    ['comma', { kind: 'array', items: { kind: 'boolean' } }, 'comma(boolean)'],
    ['flat', { kind: 'array', items: { kind: 'number' } }, '{ items: number }'],
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
});
