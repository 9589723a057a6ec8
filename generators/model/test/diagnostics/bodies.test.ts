import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { head, operationSpec, responses } from '../support/spec-text.ts';

const form = 'application/x-www-form-urlencoded';

describe('bodies', () => {
  itReports([
    {
      name: 'a JSON body',
      spec: operationSpec(
        `requestBody: { content: { ‸application/json: {}, ${form}: { schema: { type: object } } } }`,
      ),
      message: '`application/json` is not supported in `content` of a request body',
      expected: 'application/x-www-form-urlencoded',
      hint: 'RPC actions take no JSON body: use `application/x-www-form-urlencoded`, or a parameter with a JSON text',
    },
    {
      name: 'a body without a form',
      spec: operationSpec('requestBody: ‸{ content: {} }'),
      message: 'the request body has no form schema',
      expected: '`content: { application/x-www-form-urlencoded: { schema } }`',
      hint: 'add it',
    },
    {
      name: 'a form that is no object',
      spec: operationSpec(`requestBody: { content: { ${form}: { schema: { type: ‸string } } } }`),
      message: '`type` of a form is `string`',
      expected: '`object`',
      hint: 'use one of these',
    },
    {
      name: 'a required field that a form lacks',
      spec: operationSpec(
        `requestBody: { content: { ${form}: { schema: { type: object, required: [‸Nmae], properties: { Name: { type: string } } } } } }`,
      ),
      message: 'the required field is `Nmae`',
      expected: '`Name`',
      hint: 'did you mean `Name`?',
    },
    {
      name: 'a GET operation with a body',
      spec: `${head}paths:\n  /Act:\n    get:\n      operationId: Act\n      requestBody: ‸{ content: { ${form}: { schema: { type: object } } } }\n      ${responses}\n`,
      message: 'a GET operation has a body',
      expected: 'no `requestBody`',
      hint: 'use `post`, or give the fields as query parameters',
    },
  ]);
});

/** An operation whose form has a list `L`, a text `T` and a JSON text `J`. */
const encoded = (encoding: string): string =>
  operationSpec(
    `requestBody:
  content:
    ${form}:
      schema:
        type: object
        properties:
          L: { type: array, items: { type: string } }
          T: { type: string }
          O: { type: object }
          J: { type: string, contentMediaType: application/json, contentSchema: {} }
      encoding: ${encoding}`,
  );

describe('encodings of a form', () => {
  const noStyle =
    'add `x-acs-style: flat`, or `style: form` with `explode: false`, or describe a JSON text by `contentSchema`';
  itReports([
    {
      name: 'of a field that it lacks',
      spec: encoded('{ T: {}, ‸Missing: { style: form } }'),
      message: '`Missing` is not supported in `encoding` of the form',
      expected: 'L, T, O, J',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'with headers',
      spec: encoded('{ L: { ‸headers: {} } }'),
      message: '`headers` is not supported in `encoding` of a form field',
      expected: 'contentType, style, explode, x-acs-style',
      hint: 'remove it: a field of a form has no headers',
    },
    {
      name: 'as another media type',
      spec: encoded('{ L: { contentType: ‸text/csv } }'),
      message: '`contentType` of a form field is `text/csv`',
      expected: '`application/json`',
      hint: 'use one of these',
    },
    {
      name: 'as repeated names',
      spec: encoded('{ L: ‸{ style: form } }'),
      message: 'the value is a list and has no serialization',
      expected: 'a serialization of this API family',
      hint: noStyle,
    },
    {
      name: 'of an object joined by commas',
      spec: encoded('{ O: ‸{ style: form, explode: false } }'),
      message: 'the value is an object and has no serialization',
      expected: 'a serialization of this API family',
      hint: noStyle,
    },
    {
      name: 'by a style of other places',
      spec: encoded('{ L: { style: ‸simple, explode: false } }'),
      message: '`style` is `simple`',
      expected: '`form`',
      hint: 'use one of these',
    },
    {
      name: 'of a JSON text with a style',
      spec: encoded('{ J: { explode: ‸false } }'),
      message: 'a style beside a JSON text',
      expected: 'one serialization',
      hint: 'remove the style, or what says that the value is JSON',
    },
    {
      name: 'as JSON with a style',
      spec: encoded('{ L: { contentType: application/json, style: ‸form, explode: false } }'),
      message: 'a style beside a JSON text',
      expected: 'one serialization',
      hint: 'remove the style, or what says that the value is JSON',
    },
  ]);
});

/** An operation whose form is put together of members. */
const together = (members: string, schemas = ''): string =>
  operationSpec(
    `requestBody: { content: { ${form}: { schema: { allOf: [${members}] } } } }`,
    `components: { schemas: { A: { type: object }${schemas} } }`,
  );

describe('members of a form', () => {
  const text = '{ type: string, contentMediaType: application/json, contentSchema: {} }';
  const json = `properties: { J: ${text} }`;
  const oneForAll =
    'a form has one list of fields: declare each in `properties`, and require only what every call sends';
  itReports([
    {
      name: 'that take over themselves',
      spec: together(
        "{ $ref: '#/components/schemas/B' }",
        ", B: { allOf: [‸{ $ref: '#/components/schemas/B' }] }",
      ),
      message: '`allOf` of a form leads back to itself',
      expected: 'a chain that ends',
      hint: 'remove this member',
    },
    {
      name: 'that are alternatives',
      spec: together('{ ‸oneOf: [] }'),
      message: '`oneOf` is not supported in the schema of a form',
      expected: 'type, properties, required, allOf, title, description',
      hint: oneForAll,
    },
    {
      name: 'that close the form',
      spec: together('{ ‸additionalProperties: false }'),
      message: '`additionalProperties` is not supported in the schema of a form',
      expected: 'type, properties, required, allOf, title, description',
      hint: 'remove it: a form has the fields that it declares, and no others',
    },
    {
      name: 'that describe one JSON text',
      spec: together(`{ ${json} }, { properties: { J: ‸${text} } }`),
      message: 'several members of `allOf` describe a JSON text',
      expected: 'one',
      hint: 'describe it in one member, and let `contentSchema` hold the `allOf`',
    },
    {
      name: 'in a chain without end',
      spec: together(
        "{ $ref: '#/components/schemas/M1' }",
        Array.from({ length: 101 }, (_, index) => {
          const mark = index === 99 ? '‸' : '';
          return `, M${index + 1}: { allOf: [${mark}{ $ref: '#/components/schemas/M${index + 2}' }] }`;
        }).join(''),
      ),
      message: '`allOf` of a form nests too deeply',
      expected: 'at most 100 levels',
      hint: 'remove this member',
    },
  ]);
});
