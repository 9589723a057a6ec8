import type { ApiModel, Operation, Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { expressionText } from '@swas/generator-kit';
import { descriptorExpression, requiredProperties } from '../src/descriptor.ts';
import { model, operation, parameter } from './support/model.ts';

/** The descriptor on one line. */
function descriptorText(api: ApiModel, one: Operation): string {
  return expressionText(descriptorExpression(one, api.version, requiredProperties(api, one)));
}

const textOf = (...given: Parameters<typeof operation>) => {
  const one = operation(...given);
  return descriptorText(model([one]), one);
};

const resultOf = (result: Schema) => /, (\{.*?\})/.exec(textOf('X', { result }))?.[1];

describe('a descriptor', () => {
  it('says what the runtime needs and no more', () => {
    expect(textOf('PutThing', { parameters: [parameter('Name')] })).toBe(
      `['PutThing', '2020-01-01', { RequestId: 'string' }]`,
    );
  });

  it('names the token and what only reads', () => {
    expect(textOf('GetThing', { effect: 'read', method: 'GET', idempotencyParameter: 'Token' })).toBe(
      `['GetThing', '2020-01-01', { RequestId: 'string' }, 'Token', undefined, true, 'GET']`,
    );
  });

  it.each([
    [parameter('P', { serialization: 'json' }), '{ P: Runtime.json }'],
    [parameter('P', { serialization: 'flat' }), '{ P: Runtime.flat }'],
    [parameter('P', { location: 'header' }), '{ P: Runtime.header }'],
    [parameter('P', { location: 'form' }), '{ P: Runtime.form(Runtime.plain) }'],
    [parameter('P', { location: 'form', serialization: 'json' }), '{ P: Runtime.form(Runtime.json) }'],
    [parameter('P', { location: 'form', serialization: 'comma' }), '{ P: Runtime.form(Runtime.plain) }'],
    [parameter('a-b', { serialization: 'json' }), `{ 'a-b': Runtime.json }`],
    [parameter('__proto__', { serialization: 'json' }), `{ ['__proto__']: Runtime.json }`],
  ])('refers to the encoder of $location $serialization', (one, expected) => {
    expect(textOf('X', { parameters: [one] })).toBe(
      `['X', '2020-01-01', { RequestId: 'string' }, undefined, ${expected}]`,
    );
  });

  it('leaves lists joined by commas to the plain encoder', () => {
    expect(textOf('X', { parameters: [parameter('P', { serialization: 'comma' })] })).toBe(
      `['X', '2020-01-01', { RequestId: 'string' }]`,
    );
  });

  it.each<[Schema, string]>([
    [{ kind: 'integer' }, 'number'],
    [{ kind: 'array', items: { kind: 'any' } }, 'array'],
    [{ kind: 'enum', values: ['a', 'b'], valueDescriptions: {} }, 'string'],
    [{ kind: 'enum', values: ['a', 1], valueDescriptions: {} }, 'any'],
    [{ kind: 'string', nullable: true }, 'any'],
    [{ kind: 'union', mode: 'one', members: [] }, 'any'],
  ])('says the type of a required property: %j', (schema, type) => {
    const properties = [
      { name: 'A', required: true, schema },
      { name: 'B', required: false, schema },
    ];
    expect(resultOf({ kind: 'object', properties, additional: true })).toBe(`{ A: '${type}' }`);
  });

  it('follows references and intersections of the result', () => {
    const schema: Schema = {
      kind: 'object',
      properties: [{ name: 'A', required: true, schema: { kind: 'reference', name: 'Name' } }],
      additional: true,
    };
    const schemas = [
      { name: 'Body', typeName: 'Body', schema },
      { name: 'Name', typeName: 'Name', schema: { kind: 'boolean' } as const },
    ];
    const result: Schema = { kind: 'intersection', members: [{ kind: 'reference', name: 'Body' }] };
    const one = operation('X', { result });
    expect(descriptorText(model([one], { schemas }), one)).toContain(`, { A: 'boolean' }`);
  });
});
