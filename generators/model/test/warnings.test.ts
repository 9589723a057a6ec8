import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSpec, type Diagnostic, type Operation } from '../src/index.ts';
import { faults, times, tooMany } from './support/hostile.ts';
import { writeFolder } from './support/load.ts';
import { operationSpec, parameterSpec } from './support/spec-text.ts';

interface Loaded {
  readonly operation: Operation;
  /** With the place as `line:column`. */
  readonly warnings: readonly (Omit<Diagnostic, 'file' | 'line' | 'column'> & { readonly place: string })[];
}

/** Loads a spec in which `‸` marks the places of its warnings. */
function loadMarked(marked: string): Loaded & { readonly places: readonly string[] } {
  const places: string[] = [];
  const parts = marked.split('‸');
  for (const [index] of parts.slice(1).entries()) {
    const lines = parts
      .slice(0, index + 1)
      .join('')
      .split('\n');
    places.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
  }
  const path = join(writeFolder({ 'openapi.yaml': parts.join('') }), 'openapi.yaml');
  const { model, warnings } = loadSpec(path);
  return {
    operation: model.operations[0]!,
    warnings: warnings.map(({ line, column, message, expected, hint }) => ({
      message,
      expected,
      hint,
      place: `${line}:${column}`,
    })),
    places,
  };
}

/** An answer with a schema and examples. */
const answer = (schema: string, examples: string): string =>
  operationSpec(
    `responses: { '200': { description: Done., content: { application/json: { schema: ${schema}, ${examples} } } } }`,
  );
const form = (media: string): string =>
  operationSpec(`requestBody: { content: { application/x-www-form-urlencoded: { ${media} } } }`);
const fields =
  'schema: { required: [Id], properties: { Id: { type: integer }, Names: { type: array, items: { type: string } } } }';
const tree =
  "components: { schemas: { Tree: { type: object, properties: { Size: { type: integer }, Next: { $ref: '#/components/schemas/Tree' } } } } }";

describe('an example that breaks its schema is left out, and its place told', () => {
  it.each([
    ['of a parameter', parameterSpec('example: ‸x\nschema: { type: integer }'), '', '"x"', 'a whole number'],
    [
      'of several',
      parameterSpec("examples: { a: { value: 1 }, b: { value: ‸'x' } }\nschema: { type: integer }"),
      '',
      '"x"',
      'a whole number',
    ],
    [
      'inside a JSON text',
      parameterSpec(
        `example: ‸'{"Size": "x"}'\nschema: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Tree' } }`,
        tree,
      ),
      ' at `/Size`',
      '"x"',
      'a whole number',
    ],
    [
      'inside a media type',
      parameterSpec(
        "content: { application/json: { schema: { $ref: '#/components/schemas/Tree' }, example: { Next: { Size: ‸a } } } }",
        tree,
      ),
      ' at `/Next/Size`',
      '"a"',
      'a whole number',
    ],
    [
      'of an item in a text',
      parameterSpec(
        'example: ‸1,x\nstyle: form\nexplode: false\nschema: { type: array, items: { type: integer } }',
      ),
      ' at `/1`',
      '"x"',
      'a whole number',
    ],
    [
      'of a flattened list',
      parameterSpec(
        'example: [{ Key: ‸1 }]\nx-acs-style: flat\nschema: { type: array, items: { type: object, properties: { Key: { type: string } } } }',
      ),
      ' at `/0/Key`',
      '1',
      'a text',
    ],
    [
      'of a schema',
      parameterSpec('schema: { type: string, maxLength: 2, examples: [ab, ‸abc] }'),
      '',
      '"abc"',
      'a text, at most 2 characters',
    ],
    [
      'of a schema that refers to itself',
      parameterSpec(
        "schema: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Tree' } }",
        tree.replace('type: object,', 'type: object, example: { Next: { Size: ‸1.5 } },'),
      ),
      ' at `/Next/Size`',
      '1.5',
      'a whole number',
    ],
    ['of a form', form(`${fields}, example: { Id: ‸a }`), '', '"a"', 'a whole number'],
    [
      'of one of several forms',
      form(`${fields}, examples: { a: { value: { Id: 1, Names: [‸2] } } }`),
      ' at `/0`',
      '2',
      'a text',
    ],
    [
      'of a form with another field',
      form(`${fields}, example: { Id: 1, Nam: ‸a }`),
      ' at `/Nam`',
      '"a"',
      '`Id`, `Names`',
    ],
    [
      'of an answer',
      answer('{ properties: { A: { enum: [x, y] } } }', 'example: { A: ‸z }'),
      ' at `/A`',
      '"z"',
      '`x`, `y`',
    ],
    [
      'without what has to be there',
      answer('{ required: [A], type: object }', 'examples: { one: { value: ‸{ B: 1 } } }'),
      '',
      '{"B":1}',
      'the property `A`',
    ],
    [
      'of no form that is allowed',
      answer(
        '{ properties: { A: { oneOf: [{ type: integer }, { type: boolean }] } } }',
        'example: { A: ‸x }',
      ),
      ' at `/A`',
      '"x"',
      'a whole number; or `true` or `false`',
    ],
  ])('%s', (_name, spec, inside, found, expected) => {
    const { warnings, places } = loadMarked(spec);
    expect(warnings.map(({ place }) => place)).toEqual(places);
    expect(warnings).toMatchObject([
      { message: `the example breaks its schema${inside}: it is \`${found}\``, expected },
    ]);
  });

  it('is none where a part is masked, or where only requests or answers carry it', () => {
    const spec = answer(
      "{ required: [Id, Secret], properties: { Id: { type: string, pattern: '^[a-z]+$' }, Count: { type: integer }, Secret: { type: string, writeOnly: true } } }",
      "example: { Id: 'a****', Count: '1****' }",
    );
    expect(loadMarked(spec).warnings).toEqual([]);
  });

  it.each(["'a,b'", '[a, b]'])('is none of a list joined by commas that stands there as %s', (example) => {
    const spec = parameterSpec(
      `style: form\nexplode: false\nschema: { type: array, items: { type: string }, example: ${example}, default: ${example} }`,
    );
    const { operation, warnings } = loadMarked(spec);
    expect(warnings).toEqual([]);
    const [parameter] = operation.parameters;
    expect([parameter?.example, parameter?.schema.default]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('is told by what most such faults are', () => {
    const hints = ['example: ‸1\nschema: { type: string }', "example: ‸'1'\nschema: { type: integer }"].map(
      (keys) => loadMarked(parameterSpec(keys)).warnings[0]?.hint,
    );
    expect(hints).toEqual(["put it in quotes: '1'", 'write it without quotes: 1']);
  });

  it('does not reach the model', () => {
    const { operation } = loadMarked(
      answer('{ type: object }', 'example: ‸x, examples: { a: { value: { A: 1 } }, b: { value: ‸y } }'),
    );
    expect(operation.responses[0]?.examples).toEqual([{ name: 'a', value: { A: 1 } }]);
    const parameter = parameterSpec('schema: { type: integer, example: ‸x }');
    expect(loadMarked(parameter).operation.parameters[0]).toEqual(
      loadMarked(parameter.replace(', example: ‸x', '')).operation.parameters[0],
    );
  });
});

const withHeader = (keys: string): string =>
  operationSpec(`responses: { '200': { description: Done., headers: { x-left: { ${keys} } } } }`);

describe('examples of a response header', () => {
  it.each([
    ['its own', 'schema: { type: integer }, example: ‸few'],
    ['one of several', 'schema: { type: string }, examples: { a: { value: b }, c: { value: ‸7 } }'],
    ['its schema’s', 'schema: { type: integer, example: ‸few }'],
    ['an item of a list', 'schema: { type: array, items: { type: integer } }, example: [1, ‸few]'],
  ])('are told where they break its schema: %s', (_name, keys) => {
    const { warnings, places } = loadMarked(withHeader(keys));
    expect(warnings.map(({ place }) => place)).toEqual(places);
  });

  it.each([
    ['a number', 'schema: { type: integer }, example: 7'],
    ['a list as on the wire', 'schema: { type: array, items: { type: integer } }, example: "1,2"'],
    ['one without a schema', 'example: 7'],
  ])('are no fault: %s', (_name, keys) => {
    expect(loadMarked(withHeader(keys)).warnings).toEqual([]);
  });
});

describe('examples of a form', () => {
  it('are those of its fields', () => {
    const { operation } = loadMarked(form(`${fields}, example: { Id: 7, Names: [a] }`));
    expect(operation.parameters.map(({ example }) => example)).toEqual([7, ['a']]);
  });
});

describe('a default that breaks its schema', () => {
  it('is a fault', () => {
    expect(faults(parameterSpec("schema: { type: integer, default: '20' }"))).toMatchObject([
      { message: '`default` breaks its schema: it is `"20"`', hint: 'write it without quotes: 20' },
    ]);
  });
});

describe('examples of schemas that multiply each other', () => {
  it('are not followed without end', () => {
    const doubled = times(
      40,
      (index) =>
        `S${index}: { oneOf: [{ $ref: '#/components/schemas/S${index + 1}' }, { $ref: '#/components/schemas/S${index + 1}' }] }`,
    );
    const spec = parameterSpec(
      "example: '9'\nschema: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/S0' } }",
      `components: { schemas: { ${doubled.join(', ')}, S40: { type: integer } } }`,
    );
    expect(faults(spec)).toMatchObject([{ message: tooMany }]);
  });
});

describe('an example on which its pattern takes too long', () => {
  it('is not tried for long', () => {
    // On one character over and over it is quick.
    const pattern = String.raw`^(\P{ASCII}+)+$`;
    const spec = parameterSpec(
      `example: ‸${'ß'.repeat(60)}!\nschema: { type: string, pattern: '${pattern}' }`,
    );
    const { operation, warnings } = loadMarked(spec);
    expect(warnings).toHaveLength(1);
    expect(operation.parameters[0]).not.toHaveProperty('example');
  });
});

describe('a pattern that is reported', () => {
  it('is tried on nothing', () => {
    const spec = parameterSpec("schema: { type: string, pattern: '(', default: a, examples: [b] }");
    expect(faults(spec)).toMatchObject([{ message: expect.stringContaining('no regular expression') }]);
  });
});
