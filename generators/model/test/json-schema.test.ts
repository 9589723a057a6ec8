import { describe, expect, it } from 'vitest';
import { definitions, toJsonSchema } from '../src/index.ts';
import { answerOf, load, loadAnswer } from './support/load.ts';
import { answerSpec } from './support/spec-text.ts';

/** What a schema of a spec is as plain JSON Schema. */
const plain = (text: string): unknown => toJsonSchema(loadAnswer(answerSpec(text)));

describe('JSON Schema', () => {
  it.each([
    [
      'without documentation',
      'type: string\ntitle: T\ndescription: D.\nexample: a\nx-pattern-text: t\nmaxLength: 3',
      { type: 'string', maxLength: 3 },
    ],
    ['of a nullable type', "type: [string, 'null']", { type: ['string', 'null'] }],
    ['of a nullable enum', 'enum: [a, null]', { anyOf: [{ enum: ['a'] }, { type: 'null' }] }],
    [
      'of a list',
      'type: array\nitems: { type: integer, minimum: 1 }\nuniqueItems: true',
      { type: 'array', items: { type: 'integer', minimum: 1 }, uniqueItems: true },
    ],
    [
      'of an object',
      'type: object\nadditionalProperties: false\nrequired: [a]\nproperties: { a: {}, b: true }',
      { type: 'object', properties: { a: {}, b: {} }, required: ['a'], additionalProperties: false },
    ],
    [
      'of a map',
      'type: object\nadditionalProperties: { type: boolean }',
      { type: 'object', properties: {}, additionalProperties: { type: 'boolean' } },
    ],
    ['of oneOf', 'oneOf: [{ type: string }]', { oneOf: [{ type: 'string' }] }],
    ['of anyOf', 'anyOf: [{ type: string }]', { anyOf: [{ type: 'string' }] }],
    [
      'of allOf',
      'allOf: [{ type: object }, { type: object }]',
      {
        allOf: [
          { type: 'object', properties: {} },
          { type: 'object', properties: {} },
        ],
      },
    ],
  ])('%s', (_name, text, wanted) => {
    expect(plain(text)).toEqual(wanted);
  });

  it('points at named schemas, escaped as a pointer in a URL', () => {
    const model = load(answerSpec("$ref: '#/components/schemas/a~1b%25'", "'a/b%': { type: string }"));
    expect(toJsonSchema(answerOf(model))).toEqual({
      $ref: '#/$defs/a~1b%25',
    });
    expect(definitions(model)).toEqual({ 'a/b%': { type: 'string' } });
  });

  it('keeps a property that is called like the prototype', () => {
    const schema = plain('type: object\nproperties: { __proto__: { type: string } }') as {
      properties: object;
    };
    expect(Object.keys(schema.properties)).toEqual(['__proto__']);
  });
});
