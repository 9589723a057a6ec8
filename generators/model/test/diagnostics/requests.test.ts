import { describe, expect, it } from 'vitest';
import { itReports } from '../support/faults.ts';
import { load } from '../support/load.ts';
import { indent, operationSpec, parameterSpec } from '../support/spec-text.ts';

const components = (schemas: string): string => `components:\n  schemas:\n${indent(schemas, 4)}\n`;

/** The fault stands where the parameter does. */
const atParameter = (spec: string): string => spec.replace('- name: P', '- ‸name: P');

const node = "Node: { type: object, properties: { Next: { $ref: '#/components/schemas/Node' } } }";
const list = "List: { type: array, items: { $ref: '#/components/schemas/Item' } }";
const item = "Item: { type: object, additionalProperties: { $ref: '#/components/schemas/List' } }";
const flat = (name: string): string => `x-acs-style: flat\nschema: { $ref: '#/components/schemas/${name}' }`;

describe('requests', () => {
  itReports([
    {
      name: 'a flattened value that leads back to itself',
      spec: atParameter(parameterSpec(flat('Node'), components(node))),
      message: 'the flattened parameter `P` leads back to itself by `Node`',
      expected: 'a value whose names on the wire end',
      hint: 'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    },
    {
      name: 'the same through lists and maps',
      spec: atParameter(parameterSpec(flat('List'), components(`${list}\n${item}`))),
      message: 'the flattened parameter `P` leads back to itself by `List`',
      expected: 'a value whose names on the wire end',
      hint: 'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    },
    {
      name: 'a property of a name that no validator checks',
      spec: atParameter(
        parameterSpec(
          'x-acs-style: flat\nschema: { type: object, properties: { __proto__: { type: string } } }',
        ),
      ),
      message: 'the parameter `P` has a property named `__proto__`',
      expected: 'a name that validators can check',
      hint: 'rename it, or allow it through `additionalProperties`',
    },
    ...[
      ['a value', "schema: { type: 'null' }"],
      ['an item', "style: form\nexplode: false\nschema: { type: array, items: { type: 'null' } }"],
      ['a part', "x-acs-style: flat\nschema: { properties: { A: { properties: { B: { type: 'null' } } } } }"],
      ['a value behind references', "schema: { oneOf: [{ $ref: '#/components/schemas/None' }] }"],
    ].map(([what = '', keys = '']) => ({
      name: `${what} that can only be null`,
      spec: atParameter(parameterSpec(keys, components("None: { type: 'null' }"))),
      message: 'the parameter `P` has a value that can only be null',
      expected: 'a value with a text on the wire',
      hint: 'remove it, correct its `type`, or send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    })),
    ...[
      ['Tag.1.Key', 'type: array, items: { properties: { Key: { type: string } } }'],
      ['Tag.1.Key', "allOf: [{ $ref: '#/components/schemas/Tags' }]"],
      ['Tag.Any', 'additionalProperties: { type: string }'],
    ].map(([other = '', schema = '']) => ({
      name: `a part of a flattened value with the name of a parameter: ${schema}`,
      spec: operationSpec(
        `parameters:\n  - ‸name: Tag\n    in: query\n    x-acs-style: flat\n    schema: { ${schema} }\n  - { name: ${other}, in: query, schema: { type: string } }`,
        components('Tags: { type: array, items: { properties: { Key: { type: string } } } }'),
      ),
      message: `\`${other}\` is a parameter and a part of the flattened \`Tag\``,
      expected: 'each name on the wire once',
      hint: `remove the parameter \`${other}\`, or the part`,
    })),
    {
      name: 'a field of a form that can only be null',
      spec: operationSpec(
        "requestBody: ‸{ content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { P: { type: 'null' } } } } } }",
      ),
      message: 'the parameter `P` has a value that can only be null',
      expected: 'a value with a text on the wire',
      hint: 'remove it, correct its `type`, or send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    },
  ]);

  it.each([
    ['null besides another value', "schema: { type: [string, 'null'] }"],
    ['null as one of several forms', "schema: { oneOf: [{ type: 'null' }, { type: integer }] }"],
    [
      'null in a JSON text',
      "schema: { type: string, contentMediaType: application/json, contentSchema: { type: 'null' } }",
    ],
  ])('%s is no fault', (_name, keys) => {
    expect(load(parameterSpec(keys)).operations).toHaveLength(1);
  });

  it('a parameter may be called as no part of a flattened one is', () => {
    const disk = '{ name: Disk, in: query, x-acs-style: flat, schema: { properties: { Size: {} } } }';
    const others = ['Disk.Category', 'Disk.1', 'Disks.Size'].map(
      (name) => `{ name: ${name}, in: query, schema: { type: string } }`,
    );
    expect(load(operationSpec(`parameters: [${[disk, ...others].join(', ')}]`)).operations).toHaveLength(1);
  });

  it('a JSON text may lead back to itself, and a flattened value may name one schema twice', () => {
    const json = `schema: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Node' } }`;
    expect(load(parameterSpec(json, components(node))).operations).toHaveLength(1);
    const pair =
      "Pair: { type: object, properties: { A: { $ref: '#/components/schemas/One' }, B: { $ref: '#/components/schemas/One' } } }";
    const spec = parameterSpec(
      flat('Pair'),
      components(`${pair}\nOne: { type: object, properties: { C: { type: string } } }`),
    );
    expect(load(spec).operations).toHaveLength(1);
  });
});
