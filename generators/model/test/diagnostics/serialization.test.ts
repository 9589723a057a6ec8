import { describe, expect } from 'vitest';
import { itReports } from '../support/faults.ts';
import { operationSpec, parameterSpec } from '../support/spec-text.ts';

const list = 'schema: { type: array, items: { type: string } }';
const jsonText = 'type: string, contentMediaType: application/json, contentSchema: { type: array }';

describe('serialization', () => {
  itReports([
    {
      name: 'a list without a serialization',
      spec: operationSpec(`parameters: [‸{ name: P, in: query, ${list} }]`),
      message: 'the value is a list and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'a misspelt type, of which nothing else is told',
      spec: operationSpec('parameters: [{ name: P, in: query, schema: { type: ‸strng, default: a } }]'),
      message: '`type` is `strng`',
      expected: '`string`, `number`, `integer`, `boolean`, `null`, `array`, `object`',
      hint: 'did you mean `string`?',
    },
    {
      name: 'a misspelt key, of which nothing else is told',
      spec: operationSpec('parameters: [{ name: P, in: query, schema: { ‸tpe: string } }]'),
      message: '`tpe` is not supported in the schema',
      expected: expect.stringContaining('type') as unknown as string,
      hint: 'did you mean `type`?',
    },
    {
      name: 'an object without a serialization',
      spec: operationSpec('parameters: [‸{ name: P, in: query, schema: { type: object } }]'),
      message: 'the value is an object and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'an object joined by commas',
      spec: operationSpec(
        'parameters: [‸{ name: P, in: query, style: form, explode: false, schema: { type: object } }]',
      ),
      message: 'the value is an object and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'a list of lists joined by commas',
      spec: operationSpec(
        `parameters: [‸{ name: P, in: query, style: form, explode: false, schema: { type: array, items: { type: array } } }]`,
      ),
      message: 'the value is a list and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'anything without a serialization',
      spec: operationSpec('parameters: [‸{ name: P, in: query, schema: {} }]'),
      message: 'the value is anything and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'a text or a list without a serialization',
      spec: operationSpec('parameters: [‸{ name: P, in: query, schema: { type: [string, array] } }]'),
      message: 'the value is a scalar or a list and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'a list behind allOf and a reference without a serialization',
      spec: operationSpec(
        "parameters: [‸{ name: P, in: query, schema: { allOf: [{ $ref: '#/components/schemas/L' }] } }]",
        'components: { schemas: { L: { type: array } } }',
      ),
      message: 'the value is a list and has no serialization',
      expected: 'a serialization of this API family',
      hint: 'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`',
    },
    {
      name: 'a style of OpenAPI that the family does not know',
      spec: parameterSpec('style: ‸deepObject\nschema: { type: string }'),
      message: '`style` is `deepObject`',
      expected: '`form`, `simple`',
      hint: 'use one of these',
    },
    {
      name: 'x-acs-style misspelt as a key',
      spec: parameterSpec('‸x-acs-stlye: flat\nschema: { type: string }'),
      message: '`x-acs-stlye` is not supported in the parameter',
      expected:
        'name, in, description, required, deprecated, schema, content, style, explode, example, examples, x-source, x-acs-style, x-acs-server-variable, x-acs-invalid-code',
      hint: 'did you mean `x-acs-style`?',
    },
    {
      name: 'x-acs-style misspelt in its prefix',
      spec: parameterSpec('‸x-asc-style: flat\nschema: { type: string }'),
      message: '`x-asc-style` is not supported in the parameter',
      expected:
        'name, in, description, required, deprecated, schema, content, style, explode, example, examples, x-source, x-acs-style, x-acs-server-variable, x-acs-invalid-code',
      hint: 'did you mean `x-acs-style`?',
    },
    {
      name: 'x-acs-style misspelt as a value',
      spec: parameterSpec('x-acs-style: ‸falt\nschema: { type: string }'),
      message: '`x-acs-style` is `falt`',
      expected: '`flat`',
      hint: 'did you mean `flat`?',
    },
    {
      name: 'x-acs-style misspelt beside a JSON text',
      spec: parameterSpec(`x-acs-style: ‸falt\nschema: { ${jsonText} }`),
      message: '`x-acs-style` is `falt`',
      expected: '`flat`',
      hint: 'did you mean `flat`?',
    },
    {
      name: 'x-acs-style in the schema',
      spec: parameterSpec(`schema:\n  type: string\n  ‸x-acs-style: flat`),
      message: '`x-acs-style` is not supported in the schema',
      expected:
        'title, description, deprecated, default, example, examples, readOnly, writeOnly, externalDocs, $comment, x-source, x-acs-resource, x-enum-descriptions, oneOf, anyOf, allOf, enum, const, $ref, type, minLength, maxLength, pattern, format, x-pattern-text, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, items, minItems, maxItems, uniqueItems, properties, required, additionalProperties, minProperties, maxProperties',
      hint: 'move it from the schema to its parameter',
    },
    {
      name: 'x-acs-style beside a JSON text',
      spec: parameterSpec(`x-acs-style: ‸flat\nschema: { ${jsonText} }`),
      message: '`x-acs-style` beside a JSON text',
      expected: 'one serialization',
      hint: 'remove `x-acs-style`, or describe the value by a plain `schema`',
    },
    {
      name: 'a least length of a JSON text',
      spec: parameterSpec(`schema: { ${jsonText}, ‸minLength: 2 }`),
      message: '`minLength` is not supported in the schema of a JSON text',
      expected: 'type, maxLength, description, title, example, contentMediaType, contentSchema',
      hint: 'remove it, and limit what the text holds inside `contentSchema`',
    },
    {
      name: 'a JSON text without its media type',
      spec: parameterSpec('schema: ‸{ type: string, contentSchema: { type: array } }'),
      message: 'a JSON text is described in part',
      expected: 'all three keywords',
      hint: 'write `type: string`, `contentMediaType: application/json` and `contentSchema` together',
    },
    {
      name: 'another media type',
      spec: parameterSpec(
        'schema: { type: string, contentMediaType: ‸text/csv, contentSchema: { type: array } }',
      ),
      message: '`contentMediaType` is `text/csv`',
      expected: '`application/json`',
      hint: 'use one of these',
    },
    {
      name: 'a pattern on a JSON text',
      spec: parameterSpec(`schema: { ${jsonText}, ‸pattern: a }`),
      message: '`pattern` is not supported in the schema of a JSON text',
      expected: 'type, maxLength, description, title, example, contentMediaType, contentSchema',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'another content',
      spec: parameterSpec('content: { ‸text/csv: {} }'),
      message: '`text/csv` is not supported in `content` of a parameter',
      expected: 'application/json',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'schema and content together',
      spec: operationSpec(
        'parameters: [‸{ name: P, in: query, schema: { type: string }, content: { application/json: {} } }]',
      ),
      message: '`schema` and `content` stand together',
      expected: 'one of them',
      hint: 'remove one of the two',
    },
    {
      name: 'an example that is no JSON',
      spec: parameterSpec(`example: ‸'[m-1'\nschema: { ${jsonText} }`),
      message: 'the example is no JSON text',
      expected: 'JSON in quotes',
      hint: 'write the example as it stands on the wire',
    },
    {
      name: 'JSON inside a form field of a list',
      spec: operationSpec(
        'requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { L: { type: array, items: { ‸contentSchema: {} } } } } } } }',
      ),
      message: '`contentSchema` is not supported in the schema',
      expected:
        'title, description, deprecated, default, example, examples, readOnly, writeOnly, externalDocs, $comment, x-source, x-acs-resource, x-enum-descriptions, oneOf, anyOf, allOf, enum, const, $ref, type, minLength, maxLength, pattern, format, x-pattern-text, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, items, minItems, maxItems, uniqueItems, properties, required, additionalProperties, minProperties, maxProperties',
      hint: 'JSON inside a text is supported as the whole value of a parameter',
    },
  ]);
});
