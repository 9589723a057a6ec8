import type { NamedSchema, Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { exampleOf } from '../src/example.ts';

const node: NamedSchema = {
  name: 'Node',
  typeName: 'Node',
  schema: {
    kind: 'object',
    additional: true,
    properties: [
      { name: 'Id', required: true, schema: { kind: 'string' } },
      { name: 'Next', required: false, schema: { kind: 'reference', name: 'Node' } },
      {
        name: 'Children',
        required: false,
        schema: { kind: 'array', items: { kind: 'reference', name: 'Node' } },
      },
    ],
  },
};

describe('an example', () => {
  it.each<[string, Schema, unknown]>([
    ['the documented one', { kind: 'string', example: 'm-1', default: 'x' }, 'm-1'],
    ['none that is masked', { kind: 'string', pattern: '^[0-9]+$', example: '12****' }, '1'],
    ['the default', { kind: 'integer', default: 10 }, 10],
    ['a text within its length', { kind: 'string', minLength: 6, maxLength: 6 }, 'textttt'.slice(0, 6)],
    ['a short text', { kind: 'string', maxLength: 2 }, 'te'],
    ['a text of its pattern', { kind: 'string', pattern: String.raw`^db_[0-9]{3}\.[0-9]+$` }, 'db_000.0'],
    ['one of its length, too', { kind: 'string', pattern: '^x-[a-z]+$', minLength: 6 }, 'x-aaaa'],
    ['a date', { kind: 'string', format: 'date-time' }, '2024-01-01T00:00:00Z'],
    ['a number above its minimum', { kind: 'integer', exclusiveMinimum: 4 }, 5],
    ['a number below its maximum', { kind: 'number', maximum: -3 }, -3],
    [
      'the first value of an enum',
      { kind: 'enum', values: ['Share', 'UnShare'], valueDescriptions: {} },
      'Share',
    ],
    ['as many items as needed', { kind: 'array', items: { kind: 'boolean' }, minItems: 2 }, [true, true]],
    [
      'objects that differ, by a member that may',
      {
        kind: 'array',
        minItems: 3,
        uniqueItems: true,
        items: {
          kind: 'object',
          additional: true,
          properties: [
            { name: 'Type', required: true, schema: { kind: 'enum', values: ['A'], valueDescriptions: {} } },
            { name: 'Size', required: true, schema: { kind: 'integer' } },
          ],
        },
      },
      [1, 2, 3].map((Size) => ({ Type: 'A', Size })),
    ],
    [
      'every property',
      {
        kind: 'object',
        additional: true,
        properties: [
          { name: 'Id', required: true, schema: { kind: 'string' } },
          { name: '__proto__', required: false, schema: { kind: 'null' } },
        ],
      },
      JSON.parse('{"Id": "text", "__proto__": null}'),
    ],
    [
      'both halves of an intersection',
      {
        kind: 'intersection',
        members: [
          {
            kind: 'object',
            additional: true,
            properties: [{ name: 'A', required: true, schema: { kind: 'boolean' } }],
          },
          {
            kind: 'object',
            additional: true,
            properties: [{ name: 'B', required: true, schema: { kind: 'boolean' } }],
          },
        ],
      },
      { A: true, B: true },
    ],
    ['nothing for an unknown reference', { kind: 'reference', name: 'Nobody' }, null],
  ])('is %s', (_, schema, expected) => {
    expect(exampleOf(schema, [])).toEqual(expected);
  });

  it('of a recursive schema leaves out what leads back into it', () => {
    expect(exampleOf({ kind: 'reference', name: 'Node' }, [node])).toEqual({
      Id: 'text',
      Children: [],
    });
  });
});
