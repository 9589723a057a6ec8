import { describe, expect, it } from 'vitest';
import { loadOperation, loadParameter } from './support/load.ts';
import { head, operationSpec, parameterSpec, responses } from './support/spec-text.ts';

const texts = { kind: 'array', items: { kind: 'string' } };
const list = 'type: array, items: { type: string }';

const commas = (example: string, items: string): string =>
  `${example}\nstyle: form\nexplode: false\nschema: { type: array, items: ${items} }`;

/** The fields of a form. */
const form = (schema: string, encoding: string) =>
  loadOperation(
    operationSpec(
      `requestBody:\n  content:\n    application/x-www-form-urlencoded:\n      schema: ${schema}\n      encoding: ${encoding}`,
      'components: { schemas: { Ports: { type: array, items: { type: integer } }, Base: { required: [A], properties: { A: { type: integer, description: First. }, C: {} } } } }',
    ),
  ).parameters;

describe('serialization', () => {
  it.each([
    ['a scalar', 'schema: { type: string }', 'plain', { kind: 'string' }],
    [
      'a scalar that may be null',
      "schema: { type: [string, 'null'] }",
      'plain',
      { kind: 'string', nullable: true },
    ],
    [
      'a JSON text',
      `schema: { type: string, contentMediaType: application/json, contentSchema: { ${list} } }`,
      'json',
      texts,
    ],
    ['JSON content', `content: { application/json: { schema: { ${list} } } }`, 'json', texts],
    ['JSON content without a schema', 'content: { application/json: {} }', 'json', { kind: 'any' }],
    ['comma-separated', `style: form\nexplode: false\nschema: { ${list} }`, 'comma', texts],
    ['comma-separated by the simple style', `style: simple\nschema: { ${list} }`, 'comma', texts],
    ['a flattened list', `x-acs-style: flat\nschema: { ${list} }`, 'flat', texts],
    ['a flattened free value', 'x-acs-style: flat\nschema: {}', 'flat', { kind: 'any' }],
    [
      'an example that is read from the schema',
      'schema: { type: integer, example: 3 }',
      'plain',
      { kind: 'integer', example: 3 },
    ],
  ])('%s', (_name, keys, serialization, schema) => {
    expect(loadParameter(parameterSpec(keys))).toMatchObject({ serialization, schema });
  });

  it.each([
    ['a scalar', 'type: string', '', 'plain'],
    ['a list', list, 'style: form\nexplode: false\n', 'comma'],
    ['an object', 'type: object', 'x-acs-style: flat\n', 'flat'],
  ])('judges a reference by its target: %s', (_name, target, style, serialization) => {
    for (const schema of ["$ref: '#/components/schemas/T'", "allOf: [{ $ref: '#/components/schemas/T' }]"]) {
      const spec = parameterSpec(
        `${style}schema: { ${schema} }`,
        `components: { schemas: { T: { ${target} } } }`,
      );
      expect(loadParameter(spec)).toMatchObject({ serialization, schema: { kind: 'reference', name: 'T' } });
    }
  });

  it('limits the length of a JSON text', () => {
    const spec = parameterSpec(
      'schema: { type: string, maxLength: 99, contentMediaType: application/json, contentSchema: {} }',
    );
    expect(loadParameter(spec).maxTextLength).toBe(99);
  });
});

describe('examples', () => {
  const json = 'schema: { type: string, contentMediaType: application/json, contentSchema: {} }';
  const components = `components:
  examples: { e: { value: '{"a":1}' } }
  schemas: { n: { type: integer } }`;
  it.each([
    ['of a scalar', "example: '[1]'\nschema: { type: string }", '[1]'],
    ['of a JSON text, decoded', `example: '["m-1", 2]'\n${json}`, ['m-1', 2]],
    [
      'of a comma-separated list, decoded',
      `example: a,b\nstyle: form\nexplode: false\nschema: { ${list} }`,
      ['a', 'b'],
    ],
    ['of numbers joined by commas', commas('example: "1,-2.5"', '{ type: number }'), [1, -2.5]],
    ['of one number alone', commas('example: 7', '{ type: integer }'), [7]],
    ['of booleans joined by commas', commas('example: "true,false"', '{ type: boolean }'), [true, false]],
    ['of literals joined by commas', commas('example: "1,b"', '{ enum: [1, b] }'), [1, 'b']],
    ['of texts that read like numbers', commas('example: "1,2"', '{ type: [string, integer] }'), ['1', '2']],
    ['of items by reference', commas('example: "1,2"', "{ $ref: '#/components/schemas/n' }"), [1, 2]],
    [
      'of a list that the schema lists',
      "style: form\nexplode: false\nschema: { type: array, items: { type: integer }, examples: ['1,2', '3'] }",
      [1, 2],
    ],
    ['of no items', commas('example: ""', '{ type: integer }'), []],
    ['the first of several', `examples: { one: { value: '1' }, two: { value: '2' } }\n${json}`, 1],
    ['by reference', `examples: { one: { $ref: '#/components/examples/e' } }\n${json}`, { a: 1 }],
    ['inside the media type', 'content: { application/json: { example: [1] } }', [1]],
  ])('%s', (_name, keys, example) => {
    expect(loadParameter(parameterSpec(keys, components)).example).toEqual(example);
  });
});

describe('parameters', () => {
  it('carry what the spec says about them', () => {
    const spec = parameterSpec(
      `required: true\ndeprecated: true\ndescription: The region.\nexample: a\nx-acs-server-variable: region
x-acs-invalid-code: Bad.Region\nx-source: { page: p, section: s, row: r }\nschema: { type: string }`,
      `servers: [{ url: 'https://{region}.example.com', variables: { region: { default: a, enum: [a, b] } } }]
x-pages: { p: { title: P, url: 'https://example.com/p', level: linked } }`,
    );
    expect(loadParameter(spec)).toEqual({
      name: 'P',
      location: 'query',
      serialization: 'plain',
      required: true,
      deprecated: true,
      description: 'The region.',
      example: 'a',
      schema: { kind: 'string' },
      serverVariable: 'region',
      invalidCode: 'Bad.Region',
      source: {
        page: { id: 'p', title: 'P', url: 'https://example.com/p', level: 'linked' },
        section: 's',
        row: 'r',
        place: {
          file: 'openapi.yaml',
          pointer: '/paths/~1Act/post/parameters/0',
        },
      },
    });
  });

  it('make up the request, closed to other names', () => {
    const { request } = loadOperation(
      operationSpec(`parameters:
  - { name: A, in: query, required: true, description: First., schema: { type: string, description: Less precise. } }
  - { name: B, in: header, schema: { type: integer, description: Second. } }`),
    );
    expect(request).toEqual({
      kind: 'object',
      additional: false,
      properties: [
        { name: 'A', required: true, schema: { kind: 'string', description: 'First.' } },
        {
          name: 'B',
          required: false,
          schema: { kind: 'integer', description: 'Second.' },
        },
      ],
    });
  });

  it('of a path are shared, and an operation replaces one by its own', () => {
    const spec = `${head}paths:
  /Act:
    parameters:
      - { name: A, in: query, schema: { type: string } }
      - { name: B, in: query, schema: { type: string } }
    get:
      operationId: Act
      parameters: [{ name: A, in: query, schema: { type: integer } }]
      ${responses}
`;
    const { method, parameters } = loadOperation(spec);
    expect(method).toBe('GET');
    expect(parameters.map(({ name, schema }) => [name, schema.kind])).toEqual([
      ['A', 'integer'],
      ['B', 'string'],
    ]);
  });

  it('in headers and by reference', () => {
    const spec = operationSpec(
      "parameters: [{ $ref: '#/components/parameters/H' }]",
      'components: { parameters: { H: { name: X-Trace, in: header, schema: { type: string } } } }',
    );
    expect(loadOperation(spec).parameters).toMatchObject([{ name: 'X-Trace', location: 'header' }]);
  });

  it('of a form: flattened unless scalar or JSON', () => {
    const fields = `Name: { type: string, description: The name., example: n }
Tags: { ${list} }
Either: { oneOf: [{ type: string }, { type: object }] }
Json: { type: string, contentMediaType: application/json, contentSchema: { ${list} }, example: '["a"]' }
Text: { $ref: '#/components/schemas/Text' }`;
    const spec = operationSpec(
      `requestBody:\n  content:\n    application/x-www-form-urlencoded:\n      schema:\n        type: object\n        required: [Name]\n        properties:\n${fields.replaceAll(/^/gm, '          ')}`,
      'components: { schemas: { Text: { type: string } } }',
    );
    const found = loadOperation(spec).parameters;
    expect(found.map(({ name, serialization }) => [name, serialization])).toEqual([
      ['Name', 'plain'],
      ['Tags', 'flat'],
      ['Either', 'flat'],
      ['Json', 'json'],
      ['Text', 'plain'],
    ]);
    expect(found[0]).toMatchObject({
      location: 'form',
      required: true,
      description: 'The name.',
      example: 'n',
    });
    expect(found[3]).toMatchObject({ schema: texts, example: ['a'] });
  });

  it('of a form: as its encoding says', () => {
    const found = form(
      `{ properties: { Names: { type: array, example: 'a,b', items: { type: string } }, Ports: { $ref: '#/components/schemas/Ports' }, Map: { type: object, example: '{"a":1}' }, Free: {}, Text: { type: string } } }`,
      '{ Names: { style: form, explode: false }, Ports: { explode: false }, Map: { contentType: application/json }, Free: { x-acs-style: flat }, Text: { style: form } }',
    );
    expect(found.map(({ name, serialization }) => [name, serialization])).toEqual([
      ['Names', 'comma'],
      ['Ports', 'comma'],
      ['Map', 'json'],
      ['Free', 'flat'],
      ['Text', 'plain'],
    ]);
    expect(found.map(({ example }) => example)).toEqual([
      ['a', 'b'],
      undefined,
      { a: 1 },
      undefined,
      undefined,
    ]);
  });

  it('of a form that allOf puts together', () => {
    const found = form(
      `{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { B: { type: string }, A: { maximum: 9, description: Second. }, C: { type: boolean, example: true } } }, { $ref: '#/components/schemas/Base' }], required: [B] }`,
      '{}',
    );
    expect(found).toMatchObject([
      {
        name: 'A',
        serialization: 'plain',
        required: true,
        description: 'First.',
        schema: { kind: 'intersection', members: [{ kind: 'integer' }, { kind: 'number', maximum: 9 }] },
      },
      { name: 'C', serialization: 'plain', required: false, schema: { kind: 'boolean' }, example: true },
      { name: 'B', serialization: 'plain', required: true, schema: { kind: 'string' } },
    ]);
    expect(found).toHaveLength(3);
  });

  it.each([
    ['by a reference with limits', "{ $ref: '#/components/schemas/Ports', maxItems: 3 }"],
    ['by two members', "{ allOf: [{ $ref: '#/components/schemas/Ports' }, { items: { minimum: 1 } }] }"],
  ])('of a list joined by commas that is said %s', (_name, schema) => {
    const [found] = form(
      `{ properties: { P: { allOf: [${schema}], example: '1,2' } } }`,
      '{ P: { explode: false } }',
    );
    expect(found).toMatchObject({ serialization: 'comma', example: [1, 2] });
  });
});
