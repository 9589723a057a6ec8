import { createRequire } from 'node:module';
import { render } from '@swas/generator-kit';
import { loadModel, type JsonValue, type Parameter, type Schema } from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import { buildParameters } from '../src/document/build-parameters.ts';
import { describedSchema } from '../src/document/described-schema.ts';
import { generator } from '../src/index.ts';
import { exampleOf } from '../src/samples/example-of.ts';

const model = loadModel(createRequire(import.meta.url).resolve('@swas/spec/openapi.yaml'));

const parameter = (fields: Partial<Parameter>): Parameter => ({
  name: 'P',
  location: 'query',
  serialization: 'plain',
  required: true,
  deprecated: false,
  description: '',
  schema: { kind: 'string' },
  ...fields,
});

const shown = (fields: Partial<Parameter>): readonly JsonValue[] =>
  buildParameters(parameter(fields)).map((built) => {
    const { name, example } = built as { name: string; example: JsonValue };
    return [name, example];
  });

describe('the generator', () => {
  test('emits the same for the same spec, and nothing of our extensions but what pages read', async () => {
    const files = await render(generator, model);
    expect([...files.keys()]).toEqual(['document.ts', 'facts.ts', 'pages.ts', 'samples.ts']);
    expect(await render(generator, model)).toEqual(files);
    expect([
      ...(files.get('document.ts') ?? '').matchAll(/'(x-acs-(?!request-id|action|version)[\w-]+)'/g),
    ]).toEqual([]);
  });
});

describe('parameters', () => {
  test('are shown as the wire has them', () => {
    expect(shown({ serialization: 'json', example: ['a', 1] })).toEqual([['P', '["a",1]']]);
    expect(shown({ serialization: 'comma', example: ['a', 'b'] })).toEqual([['P', 'a,b']]);
    expect(shown({ serialization: 'flat', example: [{ Key: 'k' }, { Key: 'l', Values: [1] }] })).toEqual([
      ['P.1.Key', 'k'],
      ['P.2.Key', 'l'],
      ['P.2.Values.1', '1'],
    ]);
  });

  test('show every part that may be sent where the spec gives no example', () => {
    const schema: Schema = {
      kind: 'object',
      properties: [
        { name: 'Size', required: true, schema: { kind: 'integer', minimum: 20 } },
        { name: 'Encrypted', required: false, schema: { kind: 'boolean' } },
      ],
      additional: { kind: 'array', items: { kind: 'string' } },
    };
    expect(shown({ serialization: 'flat', schema })).toEqual([
      ['P.Key.1', undefined],
      ['P.Size', '20'],
      ['P.Encrypted', undefined],
    ]);
  });

  test('have a plain value where the spec gives no example', () => {
    expect(exampleOf({ kind: 'enum', values: ['a'], valueDescriptions: {} })).toBe('a');
    expect(exampleOf({ kind: 'integer', minimum: 3 })).toBe(3);
    expect(exampleOf({ kind: 'array', items: { kind: 'boolean' } })).toEqual([true]);
    expect(shown({ required: false })).toEqual([['P', undefined]]);
  });
});

test('a schema keeps what is said about its parts, and refers to named ones as OpenAPI does', () => {
  const schema = describedSchema({
    kind: 'object',
    description: 'Whole.',
    additional: true,
    properties: [
      { name: 'a', required: true, schema: { kind: 'string', description: 'Part.' } },
      { name: 'b', required: false, schema: { kind: 'reference', name: 'B' } },
    ],
  });
  expect(schema).toMatchObject({
    description: 'Whole.',
    properties: { a: { type: 'string', description: 'Part.' }, b: { $ref: '#/components/schemas/B' } },
  });
});
