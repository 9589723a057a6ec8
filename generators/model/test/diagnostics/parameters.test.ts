import { describe, expect, it } from 'vitest';
import { itReports } from '../support/faults.ts';
import { loadParameter } from '../support/load.ts';
import { operationSpec, parameterSpec } from '../support/spec-text.ts';

const manyDigits = {
  message: 'the whole number `9007199254740993` would become 9007199254740992',
  expected: 'a number that JavaScript keeps exactly, as all to 9007199254740991 are',
  hint: 'leave a limit out that no number reaches; for values with so many digits use `type: string`, in quotes',
};
const json = 'schema: { type: string, contentMediaType: application/json, contentSchema: {} }';

describe('numbers with more digits than JavaScript keeps', () => {
  itReports([
    {
      name: 'in a JSON text',
      spec: parameterSpec(`${json}\nexample: '{"Id": ‸9007199254740993}'`),
      ...manyDigits,
    },
    {
      name: 'in a JSON text, after texts and numbers that look alike',
      spec: parameterSpec(
        `${json}\nexample: '["it''s \\"9007199254740993\\"", 9007199254740992, 0.9007199254740993, 19007199254740992, [‸9007199254740993]]'`,
      ),
      ...manyDigits,
    },
    {
      name: 'in a JSON text between double quotes',
      spec: parameterSpec(`${json}\nexample: "{\\"Id\\": ‸9007199254740993}"`),
      ...manyDigits,
    },
    {
      name: 'in a JSON text of several lines',
      spec: parameterSpec(`${json}\nexample: |\n  [1,\n   ‸9007199254740993]`),
      ...manyDigits,
    },
    {
      name: 'in the example of a media type',
      spec: parameterSpec(`content: { application/json: { example: '[‸9007199254740993]' } }`),
      ...manyDigits,
    },
    {
      name: 'in a list joined by commas',
      spec: parameterSpec(
        `style: form\nexplode: false\nschema: { type: array, items: { type: integer } }\nexample: '1,‸9007199254740993'`,
      ),
      ...manyDigits,
    },
    {
      name: 'negative ones',
      spec: parameterSpec(`${json}\nexample: '[‸-9007199254740993]'`),
      ...manyDigits,
      message: 'the whole number `-9007199254740993` would become -9007199254740992',
    },
  ]);

  it('stay where they are text', () => {
    const list = 'style: form\nexplode: false\nschema: { type: array, items: { type: string } }';
    expect(loadParameter(parameterSpec(`${list}\nexample: '9007199254740993,1'`)).example).toEqual([
      '9007199254740993',
      '1',
    ]);
    const text = `'["9007199254740993", 0.90071992547409931, 1e-9007199254740993, 9007199254740993.5]'`;
    expect(loadParameter(parameterSpec(`${json}\nexample: ${text}`)).example).toHaveLength(4);
  });
});

describe('parameters', () => {
  itReports([
    {
      name: 'an example with more digits than numbers keep',
      spec: operationSpec(
        'parameters: [{ name: Id, in: query, schema: { type: integer }, example: ‸1234567890123456789 }]',
      ),
      message: 'the whole number `1234567890123456789` would become 1234567890123456768',
      expected: 'a number that JavaScript keeps exactly, as all to 9007199254740991 are',
      hint: 'leave a limit out that no number reaches; for values with so many digits use `type: string`, in quotes',
    },
    {
      name: 'no name',
      spec: operationSpec('parameters: [‸{ in: query, schema: { type: string } }]'),
      message: 'the parameter has no `name`',
      expected: 'its name on the wire',
      hint: 'add `name: …`',
    },
    {
      name: 'no place',
      spec: operationSpec('parameters: [‸{ name: P, schema: { type: string } }]'),
      message: '`in` is missing',
      expected: '`query` or `header`',
      hint: 'add `in: query`',
    },
    {
      name: 'a misspelt place',
      spec: operationSpec('parameters: [{ name: P, in: ‸qurey, schema: { type: string } }]'),
      message: '`in` is `qurey`',
      expected: '`query`, `header`',
      hint: 'did you mean `query`?',
    },
    {
      name: 'in the path',
      spec: operationSpec('parameters: [{ name: P, in: ‸path, schema: { type: string } }]'),
      message: '`in` is path',
      expected: '`query` or `header`',
      hint: 'APIs of this family have no path parameters: use `in: query`',
    },
    {
      name: 'in a cookie',
      spec: operationSpec('parameters: [{ name: P, in: ‸cookie, schema: { type: string } }]'),
      message: '`in` is cookie',
      expected: '`query` or `header`',
      hint: 'the gateway reads no cookies: use `in: query` or `in: header`',
    },
    {
      name: 'in a place named like a member of every object',
      spec: operationSpec('parameters: [{ name: P, in: ‸constructor, schema: { type: string } }]'),
      message: '`in` is `constructor`',
      expected: '`query`, `header`',
      hint: 'use one of these',
    },
    {
      name: 'a name that would split the query',
      spec: operationSpec('parameters: [‸{ name: a&b, in: query, schema: { type: string } }]'),
      message: 'the parameter is `a&b`',
      expected: '1 to 200 letters, digits, `_`, `-`, `.`, `$`, `@` or `~`',
      hint: 'use the name that stands on the wire',
    },
    {
      name: 'a header that signing sets',
      spec: operationSpec('parameters: [‸{ name: X-Acs-Date, in: header, schema: { type: string } }]'),
      message: 'the header `X-Acs-Date` is reserved',
      expected: 'a header of the action itself',
      hint: 'remove the parameter: the client sets this header',
    },
    {
      name: 'no schema',
      spec: operationSpec('parameters: [‸{ name: P, in: query }]'),
      message: 'the parameter has no `schema`',
      expected: '`schema` or `content`',
      hint: 'describe its value',
    },
    {
      name: 'an unknown extension of ours',
      spec: parameterSpec('‸x-acs-frobnicate: 1\nschema: { type: string }'),
      message: '`x-acs-frobnicate` is not supported in the parameter',
      expected:
        'name, in, description, required, deprecated, schema, content, style, explode, example, examples, x-source, x-acs-style, x-acs-server-variable, x-acs-invalid-code',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'an unknown server variable',
      spec: parameterSpec('x-acs-server-variable: ‸region\nschema: { type: string }'),
      message: '`x-acs-server-variable` is `region`',
      expected: 'nothing is declared',
      hint: 'declare it first',
    },
    {
      name: 'required as a text',
      spec: parameterSpec("required: ‸'true'\nschema: { type: string }"),
      message: '`required` is the text `true`',
      expected: '`true` or `false`',
      hint: 'replace it by `true` or `false`',
    },
  ]);
});
