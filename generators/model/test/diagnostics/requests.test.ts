import { describe, expect, it } from 'vitest';
import { itReports } from '../support/faults.ts';
import { load } from '../support/load.ts';
import { indent, parameterSpec } from '../support/spec-text.ts';

const components = (schemas: string): string => `components:\n  schemas:\n${indent(schemas, 4)}\n`;

/** The fault stands where the operation does. */
const atOperation = (spec: string): string => spec.replace('    post:', '    ‸post:');

const node = "Node: { type: object, properties: { Next: { $ref: '#/components/schemas/Node' } } }";
const list = "List: { type: array, items: { $ref: '#/components/schemas/Item' } }";
const item = "Item: { type: object, additionalProperties: { $ref: '#/components/schemas/List' } }";
const flat = (name: string): string => `x-acs-style: flat\nschema: { $ref: '#/components/schemas/${name}' }`;

describe('requests', () => {
  itReports([
    {
      name: 'a flattened value that leads back to itself',
      spec: atOperation(parameterSpec(flat('Node'), components(node))),
      message: 'the flattened parameter `P` leads back to itself by `Node`',
      expected: 'a value whose names on the wire end',
      hint: 'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    },
    {
      name: 'the same through lists and maps',
      spec: atOperation(parameterSpec(flat('List'), components(`${list}\n${item}`))),
      message: 'the flattened parameter `P` leads back to itself by `List`',
      expected: 'a value whose names on the wire end',
      hint: 'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    },
    {
      name: 'a property of a name that no validator checks',
      spec: atOperation(
        parameterSpec(
          'x-acs-style: flat\nschema: { type: object, properties: { __proto__: { type: string } } }',
        ),
      ),
      message: 'the parameter `P` has a property named `__proto__`',
      expected: 'a name that validators can check',
      hint: 'rename it, or allow it through `additionalProperties`',
    },
  ]);

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
