import { describe, expect, it } from 'vitest';
import { loadOperation } from './support/load.ts';
import { operationSpec } from './support/spec-text.ts';

const json = (text: string): string => `content: { application/json: { ${text} } }`;
const object = json('schema: { type: object }');

describe('responses', () => {
  it('by status, range and default, with the first 2xx as the result', () => {
    const { result, responses } = loadOperation(
      operationSpec(`responses:
  default: { description: Else., ${json('schema: { type: boolean }')} }
  4XX: { description: Refused. }
  '202': { description: Taken., ${json('schema: { type: object, minProperties: 1 }')} }
  '200': { description: Done., ${json('schema: { type: object }')} }`),
    );
    expect(responses.map(({ status }) => status)).toEqual(['default', '4XX', '202', '200']);
    expect(result).toMatchObject({ kind: 'object', minProperties: 1 });
  });

  it.each([
    ['default', `default: { description: d, ${object} }`, { kind: 'object' }],
    ['a range', `2XX: { description: d, ${object} }`, { kind: 'object' }],
    ['an unquoted number', `200: { description: d, ${object} }`, { kind: 'object' }],
    ['a success of which nothing is said', "'202': { description: d }", { kind: 'any' }],
  ])('%s is enough', (_name, text, result) => {
    expect(loadOperation(operationSpec(`responses:\n  ${text}`)).result).toMatchObject(result);
  });

  it('carry examples, headers and a reference', () => {
    const spec = operationSpec(
      "responses: { '200': { $ref: '#/components/responses/Done' } }",
      `components:
  responses:
    Done:
      description: Done.
      headers: { x-acs-request-id: { description: The id., schema: { type: string } } }
      ${json("example: { a: 1 }, examples: { two: { summary: s, value: 2 }, three: { $ref: '#/components/examples/Three' } }")}
  examples: { Three: { value: 3 } }`,
    );
    expect(loadOperation(spec).responses).toEqual([
      {
        status: '200',
        description: 'Done.',
        headers: [{ name: 'x-acs-request-id', description: 'The id.' }],
        examples: [
          { name: 'default', value: { a: 1 } },
          { name: 'two', value: 2 },
          { name: 'three', value: 3 },
        ],
      },
    ]);
  });

  it('list the documented errors in the order of the spec', () => {
    const { errors } = loadOperation(
      operationSpec(`responses:
  '200': { description: Done. }
  '404': { description: None., x-acs-errors: [{ code: NotFound, message: None. }] }
  '400':
    description: Refused.
    x-acs-errors:
      - { code: A, message: Is a., description: When a. }
      - { code: B, message: Is b. }`),
    );
    expect(errors).toEqual([
      { status: 404, code: 'NotFound', message: 'None.', description: '' },
      { status: 400, code: 'A', message: 'Is a.', description: 'When a.' },
      { status: 400, code: 'B', message: 'Is b.', description: '' },
    ]);
  });
});

describe('operations', () => {
  it('carry texts, effect, authorization, idempotency and open questions', () => {
    const operation = loadOperation(
      operationSpec(`summary: Acts.
description: It acts.
deprecated: true
x-acs-effect: read
x-acs-ram: { action: 'shop:Act', accessLevel: get, resource: '*' }
x-acs-idempotency-parameter: Token
x-open-questions: [{ question: Why?, choice: So. }]
x-acs-unchecked: [{ statement: It hurts., reason: Nothing feels it. }]
parameters: [{ name: Token, in: query, schema: { type: string } }]`),
    );
    expect(operation).toMatchObject({
      summary: 'Acts.',
      description: 'It acts.',
      deprecated: true,
      effect: 'read',
      ram: { action: 'shop:Act', accessLevel: 'get', resource: '*' },
      idempotencyParameter: 'Token',
      openQuestions: [{ question: 'Why?', choice: 'So.' }],
      unchecked: [{ statement: 'It hurts.', reason: 'Nothing feels it.' }],
    });
  });

  it('may change something unless the spec says otherwise', () => {
    expect(loadOperation(operationSpec('')).effect).toBe('write');
  });
});
