import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { operationSpec, parameterSpec } from '../support/spec-text.ts';

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
