import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itReports } from '../support/faults.ts';
import { faultsOf, writeFolder } from '../support/load.ts';
import { head, operationSpec } from '../support/spec-text.ts';

/** An operation whose success has a body of the given schema. */
const success = (schema: string, more = '', status = "'200'"): string =>
  operationSpec(
    `responses: { ${status}: { description: Done., content: { application/json: { schema: ${schema} } } } }`,
    more,
  );

const noObject = {
  expected: 'an object, which also holds a `RequestId`: clients take nothing else',
  hint: 'make it a property of an object',
};

describe('a success that no client would take for one', () => {
  itReports([
    {
      name: 'a list',
      spec: success('‸{ type: array, items: { type: string } }'),
      message: 'the body of a success may be a list',
      ...noObject,
    },
    {
      name: 'a text',
      spec: success('‸{ type: string }'),
      message: 'the body of a success may be a single value',
      ...noObject,
    },
    {
      name: 'a list behind references, as one form of several',
      spec: success(
        "‸{ $ref: '#/components/schemas/A' }",
        "components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { oneOf: [{ type: object }, { $ref: '#/components/schemas/C' }] }, C: { type: array } } }",
      ),
      message: 'the body of a success may be a list',
      ...noObject,
    },
    {
      name: 'a list as the answer to everything',
      spec: success('‸{ type: array }', '', 'default'),
      message: 'the body of a success may be a list',
      ...noObject,
    },
    {
      name: 'a status without a body',
      spec: operationSpec("responses: { '204': ‸{ description: Done. } }"),
      message: 'an answer of the status 204 has no body',
      expected: noObject.expected,
      hint: 'use the status `200`',
    },
  ]);

  it('is no other: an object of any kind, anything, and what else a `default` answers', () => {
    const faults = [
      '{ allOf: [{ type: object }, { oneOf: [{ required: [A] }, { required: [B] }] }] }',
      '{}',
      '{ additionalProperties: { type: string } }',
    ].flatMap((schema) => messagesOf(success(schema)));
    expect(faults).toEqual([]);
    const both =
      "responses: { '200': { description: d }, default: { description: d, content: { application/json: { schema: { type: array } } } } }";
    expect(messagesOf(operationSpec(both))).toEqual([]);
  });
});

/** What loading a spec reports. */
function messagesOf(spec: string): readonly string[] {
  const folder = writeFolder({ 'openapi.yaml': spec });
  return faultsOf(join(folder, 'openapi.yaml')).map(({ message }) => message);
}

describe('responses', () => {
  itReports([
    {
      name: 'no responses',
      spec: `${head}paths:\n  /Act:\n    post:\n      ‸operationId: Act\n`,
      message: 'the operation has no success response',
      expected: '`responses` with `200`',
      hint: "add a response `'200'` with the schema of its body",
    },
    {
      name: 'only an error response',
      spec: operationSpec("responses: { '400': { description: Bad. } }").replace(
        'operationId',
        '‸operationId',
      ),
      message: 'the operation has no success response',
      expected: '`responses` with `200`',
      hint: "add a response `'200'` with the schema of its body",
    },
    {
      name: 'a success that cannot be found, of which nothing else is told',
      spec: operationSpec(
        "responses: { '200': { $ref: ‸'#/components/responses/Don' } }",
        'components: { responses: { Done: { description: Done. } } }',
      ),
      message: '`$ref` points at nothing: #/components/responses/Don',
      expected: 'the place of an existing object',
      hint: 'did you mean `Done` instead of `Don`?',
    },
    {
      name: 'a status that is none',
      spec: operationSpec("responses: { '200': { description: a }, '20': ‸{ description: b } }"),
      message: 'the status is `20`',
      expected: 'an HTTP status',
      hint: 'use `200`, `4XX` or `default`',
    },
    {
      name: 'an error without its code',
      spec: operationSpec(
        "responses: { '200': { description: a }, '400': { description: b, x-acs-errors: [‸{ message: m }] } }",
      ),
      message: 'the error is incomplete',
      expected: '`code` and `message`',
      hint: 'add what stands in the body of the answer',
    },
    {
      name: 'errors under a range',
      spec: operationSpec(
        "responses: { '200': { description: a }, 4XX: { description: b, x-acs-errors: [‸{ code: C, message: m }] } }",
      ),
      message: '`x-acs-errors` under the status 4XX',
      expected: 'one exact status',
      hint: 'move it to a response with a status such as `400`',
    },
    {
      name: 'links',
      spec: operationSpec("responses: { '200': { description: a, ‸links: {} } }"),
      message: '`links` is not supported in the response',
      expected: 'description, headers, content, x-acs-errors, x-source',
      hint: 'describe call sequences as workflows in the Arazzo file',
    },
    {
      name: 'an XML answer',
      spec: operationSpec("responses: { '200': { description: a, content: { ‸application/xml: {} } } }"),
      message: '`application/xml` is not supported in `content` of a response',
      expected: 'application/json',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'a server with a path',
      spec: operationSpec('', 'servers: [{ url: ‸https://example.com/v1 }]'),
      message: 'the server is `https://example.com/v1`',
      expected: 'http(s), host and port, without a path',
      hint: 'correct `url`',
    },
    {
      name: 'a server variable that is not declared',
      spec: operationSpec('', "servers: [{ url: ‸'https://a.{region}.example.com' }]"),
      message: '`{region}` is not declared',
      expected: 'an entry under `variables`',
      hint: 'declare it with `default`',
    },
    {
      name: 'a default outside the values of a server variable',
      spec: operationSpec(
        '',
        "servers: [{ url: 'https://{r}.example.com', variables: { r: ‸{ default: c, enum: [a, b] } } }]",
      ),
      message: 'the variable `r` has no usable `default`',
      expected: 'a, b',
      hint: 'add `default` with one of the values',
    },
    {
      name: 'a gateway error without a status',
      spec: operationSpec('', 'x-acs-gateway-errors: [‸{ condition: c, code: C, message: m }]'),
      message: 'the error is incomplete',
      expected: '`condition`, `status`, `code`, `message`',
      hint: 'add what is missing',
    },
  ]);
});
