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
      name: 'encodings of a form',
      spec: operationSpec(
        `requestBody: { content: { ${form}: { schema: { type: object }, ‸encoding: {} } } }`,
      ),
      message: '`encoding` is not supported in the form',
      expected: 'schema, example, examples',
      hint: 'remove it: lists and objects are flattened, and `contentSchema` describes a JSON text',
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
