import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { answerSpec, head, operationSpec, parameterSpec } from '../support/spec-text.ts';

/** Operations that refer to the same parameter and to the same response. */
const threeUses = ['A', 'B', 'C'].map(
  (name) => `  /${name}:
    get:
      operationId: ${name}
      parameters: [{ $ref: '#/components/parameters/P' }]
      responses: { '200': { $ref: '#/components/responses/R' } }
`,
);

const sharedParts = (parameter: string, answer: string): string =>
  `${head}paths:\n${threeUses.join('')}components:
  parameters: { P: { name: P, in: query, schema: { type: string${parameter} } } }
  responses: { R: { description: Done.${answer} } }
`;

describe('a fault in what several operations refer to', () => {
  itReports([
    {
      name: 'of a parameter is told once',
      spec: sharedParts(', ‸minimum: 3', ''),
      message: '`minimum` has no meaning for type string',
      expected: 'minLength, maxLength, pattern, format, x-pattern-text',
      hint: 'remove it, or correct `type`',
    },
    {
      name: 'of a response is told once',
      spec: sharedParts('', ', ‸contents: {}'),
      message: '`contents` is not supported in the response',
      expected: 'description, headers, content, x-acs-errors, x-source',
      hint: 'did you mean `content`?',
    },
  ]);
});

describe('references', () => {
  itReports([
    {
      name: 'to nothing',
      spec: answerSpec("$ref: ‸'#/components/schemas/Thing'"),
      message: '`$ref` points at nothing: #/components/schemas/Thing',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'misspelt',
      spec: answerSpec("$ref: ‸'#/components/schemas/Thign'", 'Thing: { type: string }'),
      message: '`$ref` points at nothing: #/components/schemas/Thign',
      expected: 'the place of an existing object',
      hint: 'did you mean `Thing` instead of `Thign`?',
    },
    {
      name: 'of a parameter to nothing',
      spec: operationSpec("parameters: [{ $ref: ‸'#/components/parameters/P' }]"),
      message: '`$ref` points at nothing: #/components/parameters/P',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'to a list item that is no number',
      spec: answerSpec("$ref: ‸'#/x-list/first'", '').replace('x-acs-version', 'x-list: [a]\nx-acs-version'),
      message: '`$ref` points at nothing: #/x-list/first',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'past the end of a list',
      spec: answerSpec("$ref: ‸'#/x-list/1'").replace('x-acs-version', 'x-list: [a]\nx-acs-version'),
      message: '`$ref` points at nothing: #/x-list/1',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'that is no pointer',
      spec: answerSpec("$ref: ‸'#Thing'"),
      message: '`$ref` is no JSON pointer: #Thing',
      expected: '`#/components/…`',
      hint: 'start it with `#/`',
    },
    {
      name: 'with a broken escape',
      spec: answerSpec("$ref: ‸'#/a%zz'"),
      message: '`$ref` is no JSON pointer: #/a%zz',
      expected: '`#/components/…`',
      hint: 'start it with `#/`',
    },
    {
      name: 'that is a number',
      spec: answerSpec('$ref: ‸7'),
      message: '`$ref` is `7`',
      expected: 'a text',
      hint: "put it in quotes: '7'",
    },
    {
      name: 'to an https URL',
      spec: answerSpec('$ref: ‸https://example.com/a.yaml#/A'),
      message: '`$ref` to a URL: https://example.com/a.yaml#/A',
      expected: 'a file in the folder of the spec',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to a file URL',
      spec: answerSpec('$ref: ‸file:///etc/passwd'),
      message: '`$ref` to a URL: file:///etc/passwd',
      expected: 'a file in the folder of the spec',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to a URL without a scheme',
      spec: answerSpec('$ref: ‸//example.com/a.yaml'),
      message: '`$ref` to a URL: //example.com/a.yaml',
      expected: 'a file in the folder of the spec',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to a machine, as Windows names it',
      spec: answerSpec(String.raw`$ref: ‸\\host\share\a.yaml#/A`),
      message: '`$ref` to a URL: \\\\host\\share\\a.yaml#/A',
      expected: 'a file in the folder of the spec',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to a missing file elsewhere, without telling that it is missing',
      spec: answerSpec('$ref: ‸/etc/no-such-file'),
      message: "`$ref` leads out of the spec's folder: /etc/no-such-file",
      expected: 'a file in that folder',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to a file that is missing',
      spec: answerSpec('$ref: ‸missing.yaml#/A'),
      message: '`$ref` to a missing file: missing.yaml#/A',
      expected: 'an existing file',
      hint: 'check the path',
    },
    {
      name: 'to an absolute path',
      spec: answerSpec('$ref: ‸/etc/hostname'),
      message: "`$ref` leads out of the spec's folder: /etc/hostname",
      expected: 'a file in that folder',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'to the folder above',
      spec: answerSpec('$ref: ‸../../etc/hostname'),
      message: "`$ref` leads out of the spec's folder: ../../etc/hostname",
      expected: 'a file in that folder',
      hint: 'put the file beside the spec and name it by a relative path',
    },
    {
      name: 'inside a referenced file to nothing',
      spec: answerSpec('$ref: parts/things.yaml#/Thing'),
      files: {
        'parts/things.yaml': "Thing:\n  type: object\n  properties:\n    a:\n      $ref: ‸'#/Other'\n",
      },
      message: '`$ref` points at nothing: #/Other',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'to a broken file',
      spec: answerSpec('$ref: broken.yaml#/A'),
      files: { 'broken.yaml': 'A:\n‸\ttype: string\n' },
      message: 'Tabs are not allowed as indentation',
      expected: 'well-formed YAML',
      hint: 'indent by spaces',
    },
    {
      name: 'a parameter that refers to itself',
      spec: operationSpec(
        "parameters: [‸{ $ref: '#/components/parameters/P' }]",
        "components: { parameters: { P: { $ref: '#/components/parameters/P' } } }",
      ),
      message: '`$ref` leads back to itself',
      expected: 'a chain that ends',
      hint: 'break the circle',
    },
    {
      name: 'a schema that refers to itself',
      spec: answerSpec("$ref: '#/components/schemas/A'", "A:\n  ‸$ref: '#/components/schemas/A'"),
      message: '`$ref` leads back to itself: `A` → `A`',
      expected: 'a chain that ends',
      hint: 'break the circle: recursion must pass through `properties`, `items` or `additionalProperties`',
    },
    {
      name: 'a circle of three schemas through allOf and oneOf',
      spec: answerSpec(
        "$ref: '#/components/schemas/A'",
        "A:\n  ‸allOf: [{ $ref: '#/components/schemas/B' }]\nB:\n  oneOf: [{ type: string }, { $ref: '#/components/schemas/C' }]\nC: { $ref: '#/components/schemas/A' }",
      ),
      message: '`$ref` leads back to itself: `A` → `B` → `C` → `A`',
      expected: 'a chain that ends',
      hint: 'break the circle: recursion must pass through `properties`, `items` or `additionalProperties`',
    },
    {
      name: 'something beside a reference of a parameter',
      spec: operationSpec(
        "parameters: [{ $ref: '#/components/parameters/P', ‸required: true }]",
        'components: { parameters: { P: { name: P, in: query, schema: { type: string } } } }',
      ),
      message: '`required` is not supported in a reference',
      expected: '$ref',
      hint: 'remove it, or say the same with a supported one',
    },
    {
      name: 'a response that is a reference to nothing',
      spec: operationSpec(
        "responses: { '200': { description: a }, '400': { $ref: ‸'#/components/responses/Bad' } }",
      ),
      message: '`$ref` points at nothing: #/components/responses/Bad',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'a schema of a parameter to nothing',
      spec: parameterSpec("schema: { $ref: ‸'#/components/schemas/Thing' }"),
      message: '`$ref` points at nothing: #/components/schemas/Thing',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
  ]);
});
