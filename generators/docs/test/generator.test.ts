import { createRequire } from 'node:module';
import { render, schemasByName } from '@swas/generator-kit';
import {
  loadModel,
  type JsonValue,
  type NamedSchema,
  type Parameter,
  type Schema,
} from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import { buildForm, buildParameters } from '../src/document/build-parameters.ts';
import { describedSchema } from '../src/document/described-schema.ts';
import { generator } from '../src/index.ts';
import { buildSamples } from '../src/samples/build-samples.ts';
import { Examples } from '../src/samples/examples.ts';
import { reachedSchemas } from '../src/samples/reached-schemas.ts';

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

const text: Schema = { kind: 'string' };

const list = (items: Schema): Schema => ({ kind: 'array', items });

/** A list of what another schema describes. */
const listNamed = (name: string, to: string): NamedSchema => ({
  name,
  typeName: name,
  schema: { kind: 'array', items: { kind: 'reference', name: to } },
});

const exampleOf = (schema: Schema): JsonValue => new Examples().shortest(schema);

const shown = (fields: Partial<Parameter>, named: readonly NamedSchema[] = []): readonly JsonValue[] =>
  buildParameters(parameter(fields), new Examples(named)).map((built) => {
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

  test('show the parts of schemas that are referred to, each once', () => {
    const disk: Schema = {
      kind: 'object',
      additional: false,
      properties: [
        { name: 'Size', required: true, schema: { kind: 'reference', name: 'Size' } },
        { name: 'Inner', required: false, schema: { kind: 'reference', name: 'Disk' } },
      ],
    };
    const tagged: Schema = {
      kind: 'intersection',
      members: [
        { kind: 'reference', name: 'Disk' },
        { kind: 'object', additional: false, properties: [{ name: 'Tag', required: false, schema: text }] },
      ],
    };
    const size: Schema = { kind: 'integer', minimum: 20 };
    const named = Object.entries({ Disk: disk, Size: size }).map(([name, schema]): NamedSchema => ({
      name,
      typeName: name,
      schema,
    }));
    expect(
      shown({ serialization: 'flat', schema: list({ kind: 'reference', name: 'Disk' }) }, named),
    ).toEqual([['P.1.Size', '20']]);
    expect(shown({ serialization: 'flat', required: false, schema: list(tagged) }, named)).toEqual([
      ['P.1.Size', undefined],
      ['P.1.Tag', undefined],
    ]);
    // What may hold anything has no part that has a name.
    expect(shown({ serialization: 'flat', schema: { ...disk, properties: [] } })).toEqual([
      ['P.Key', undefined],
    ]);
  });

  test('of a form are shown as the wire has them, too', () => {
    const fields = [
      parameter({ name: 'A', serialization: 'comma', example: ['a', 'b'], description: 'All.' }),
      parameter({
        name: 'B',
        serialization: 'flat',
        required: false,
        schema: { kind: 'array', items: text },
      }),
    ];
    const properties = {
      A: { type: 'string', description: 'All.\n\nSent as one text, items apart by commas.', example: 'a,b' },
      'B.1': { type: 'string', description: 'Sent as one parameter for each part.' },
    };
    expect(buildForm(fields, new Examples())).toEqual({
      content: {
        'application/x-www-form-urlencoded': { schema: { type: 'object', required: ['A'], properties } },
      },
    });
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

test('an operation keeps the list of the schemas that it reaches until one of them changes', () => {
  const [operation] = model.operations;
  const one = {
    ...operation!,
    parameters: [parameter({ schema: { kind: 'reference', name: 'A' } })],
  };
  const [a, b, c] = [listNamed('A', 'B'), listNamed('B', 'A'), listNamed('C', 'A')];
  const reached = reachedSchemas(one, schemasByName([a, b, c]));
  expect(reached).toEqual([a, b]);
  expect(reachedSchemas(one, schemasByName([a, b, listNamed('C', 'B')]))).toBe(reached);
  expect(reachedSchemas(one, schemasByName([a, listNamed('B', 'C'), c]))).toHaveLength(3);
});

test('a sample of a call fills in what a reference requires', () => {
  const schema: Schema = {
    kind: 'object',
    additional: false,
    properties: [{ name: 'Id', required: true, schema: text }],
  };
  const operation = {
    ...model.operations[0]!,
    parameters: [parameter({ schema: { kind: 'reference', name: 'A' } })],
  };
  const schemas: NamedSchema[] = [{ name: 'A', typeName: 'A', schema }];
  expect(JSON.stringify(buildSamples({ operations: [operation], servers: [], schemas }))).toContain(
    "P: { Id: '' }",
  );
});
