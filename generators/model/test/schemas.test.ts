import { describe, expect, it } from 'vitest';
import { answerOf, load, loadAnswer } from './support/load.ts';
import { answerSpec } from './support/spec-text.ts';

describe('schemas', () => {
  it.each([
    [
      'a text with limits',
      "type: string\nminLength: 1\nmaxLength: 5\npattern: '^a'\nx-pattern-text: start with a\nformat: uuid",
      {
        kind: 'string',
        minLength: 1,
        maxLength: 5,
        pattern: '^a',
        patternText: 'start with a',
        format: 'uuid',
      },
    ],
    [
      'a number with limits',
      'type: number\nminimum: 0\nexclusiveMaximum: 1.5\nmultipleOf: 0.5',
      { kind: 'number', minimum: 0, exclusiveMaximum: 1.5, multipleOf: 0.5 },
    ],
    [
      'an integer',
      'type: integer\nformat: int64\nexclusiveMinimum: 0\nmaximum: 9',
      { kind: 'integer', format: 'int64', exclusiveMinimum: 0, maximum: 9 },
    ],
    ['a boolean', 'type: boolean', { kind: 'boolean' }],
    ['null', "type: 'null'", { kind: 'null' }],
    ['null in a list of types', "type: ['null']", { kind: 'null' }],
    ['nullable', "type: [integer, 'null']\nminimum: 1", { kind: 'integer', minimum: 1, nullable: true }],
    [
      'several types',
      'type: [string, boolean]',
      { kind: 'union', mode: 'any', members: [{ kind: 'string' }, { kind: 'boolean' }] },
    ],
    [
      'several types or null',
      "type: [string, boolean, 'null']",
      { kind: 'union', mode: 'any', nullable: true, members: [{ kind: 'string' }, { kind: 'boolean' }] },
    ],
    [
      'a type that only its keywords tell',
      'maxItems: 2',
      { kind: 'array', items: { kind: 'any' }, maxItems: 2 },
    ],
    ['format alone, which tells no type', 'format: date', { kind: 'any' }],
    [
      'an enum',
      'type: string\nenum: [a, b]\nx-enum-descriptions: { a: The first. }',
      { kind: 'enum', values: ['a', 'b'], valueDescriptions: { a: 'The first.' } },
    ],
    [
      'an enum with null',
      'enum: [1, null]',
      { kind: 'enum', values: [1], valueDescriptions: {}, nullable: true },
    ],
    ['const', 'const: true', { kind: 'enum', values: [true], valueDescriptions: {} }],
    [
      'a list',
      'type: array\nitems: { type: string }\nminItems: 1\nmaxItems: 3\nuniqueItems: true',
      { kind: 'array', items: { kind: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true },
    ],
    ['an open object', 'type: object', { kind: 'object', properties: [], additional: true }],
    [
      'a closed object',
      'type: object\nadditionalProperties: false\nrequired: [a]\nproperties: { a: true, b: { type: string } }',
      {
        kind: 'object',
        additional: false,
        properties: [
          { name: 'a', required: true, schema: { kind: 'any' } },
          { name: 'b', required: false, schema: { kind: 'string' } },
        ],
      },
    ],
    [
      'a name that is required without being described',
      'type: object\nrequired: [a]',
      {
        kind: 'object',
        additional: true,
        properties: [{ name: 'a', required: true, schema: { kind: 'any' } }],
      },
    ],
    [
      'a map',
      'type: object\nadditionalProperties: { type: integer }\nminProperties: 1\nmaxProperties: 2',
      { kind: 'object', properties: [], additional: { kind: 'integer' }, minProperties: 1, maxProperties: 2 },
    ],
    [
      'oneOf',
      'oneOf: [{ type: string }, { type: integer }]',
      { kind: 'union', mode: 'one', members: [{ kind: 'string' }, { kind: 'integer' }] },
    ],
    ['anyOf', 'anyOf: [{ type: string }]', { kind: 'union', mode: 'any', members: [{ kind: 'string' }] }],
    [
      'allOf of one',
      'allOf: [{ type: string }]\ndescription: Text.',
      { kind: 'string', description: 'Text.' },
    ],
    [
      'allOf beside properties',
      'allOf: [{ type: object }]\ntype: object\nproperties: { a: {} }',
      {
        kind: 'intersection',
        members: [
          { kind: 'object', properties: [], additional: true },
          {
            kind: 'object',
            additional: true,
            properties: [{ name: 'a', required: false, schema: { kind: 'any' } }],
          },
        ],
      },
    ],
    ['an empty schema', '{}', { kind: 'any' }],
    ['the schema true', 'true', { kind: 'any' }],
    [
      'annotations',
      'type: string\ntitle: T\ndescription: D.\ndeprecated: true\ndefault: a\nexamples: [b, c]\nreadOnly: true\nwriteOnly: true\nx-acs-resource: Image\nx-other-tool: { a: 1 }',
      {
        kind: 'string',
        title: 'T',
        description: 'D.',
        deprecated: true,
        default: 'a',
        example: 'b',
        readOnly: true,
        writeOnly: true,
        resource: 'Image',
      },
    ],
  ])('%s', (_name, text, schema) => {
    expect(loadAnswer(answerSpec(text))).toEqual(schema);
  });

  it('refer by name, with annotations beside the reference', () => {
    const model = load(
      answerSpec("$ref: '#/components/schemas/A'\ndescription: Here.", 'Unused: {}\nA: { type: string }'),
    );
    expect(answerOf(model)).toEqual({ kind: 'reference', name: 'A', description: 'Here.' });
    expect(model.schemas).toEqual([{ name: 'A', typeName: 'A', schema: { kind: 'string' } }]);
  });

  it('restrict a reference by what stands beside it', () => {
    const spec = answerSpec(
      "$ref: '#/components/schemas/A'\ntype: string\nmaxLength: 3",
      'A: { type: string }',
    );
    expect(loadAnswer(spec)).toEqual({
      kind: 'intersection',
      members: [
        { kind: 'reference', name: 'A' },
        { kind: 'string', maxLength: 3 },
      ],
    });
  });

  it('recur through properties, lists and maps, and stand once each in the order of the spec', () => {
    const schemas = `Map: { type: object, additionalProperties: { $ref: '#/components/schemas/Map' } }
Node:
  type: object
  properties:
    Next: { $ref: '#/components/schemas/Node' }
    Children: { type: array, items: { $ref: '#/components/schemas/Node' } }
    Names: { $ref: '#/components/schemas/Map' }`;
    const model = load(answerSpec("$ref: '#/components/schemas/Node'", schemas));
    expect(model.schemas.map(({ name }) => name)).toEqual(['Map', 'Node']);
    expect(model.schemas[0]?.schema).toMatchObject({ additional: { kind: 'reference', name: 'Map' } });
    expect(model.schemas[1]?.schema).toMatchObject({
      properties: [
        { name: 'Next', schema: { kind: 'reference', name: 'Node' } },
        { name: 'Children', schema: { items: { kind: 'reference', name: 'Node' } } },
        { name: 'Names', schema: { kind: 'reference', name: 'Map' } },
      ],
    });
  });
});

describe('schemas of other files', () => {
  const files = {
    'parts/a.yaml':
      "Thing: { type: object, properties: { Other: { $ref: 'b.yaml' }, Same: { $ref: '#/Thing' } } }\n",
    'parts/b.yaml': 'type: string\n',
    'c.yaml': 'Thing: { type: integer }\n',
  };

  it('are named after the end of the reference, or the file', () => {
    const model = load(answerSpec('$ref: parts/a.yaml#/Thing'), files);
    expect(model.schemas).toEqual([
      { name: 'Thing', typeName: 'Thing', schema: expect.objectContaining({ kind: 'object' }) },
      { name: 'b', typeName: 'B', schema: { kind: 'string' } },
    ]);
  });

  it('get a name of their own where two files use the same', () => {
    const model = load(answerSpec('anyOf: [{ $ref: parts/a.yaml#/Thing }, { $ref: c.yaml#/Thing }]'), files);
    expect(model.schemas.map(({ name, schema }) => [name, schema.kind]).toSorted()).toEqual([
      ['Thing', 'object'],
      ['Thing2', 'integer'],
      ['b', 'string'],
    ]);
  });
});
