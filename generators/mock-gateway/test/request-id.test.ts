import type { NamedSchema, Schema } from '@swas/generator-model';
import { expect, it } from 'vitest';
import { takesRequestId } from '../src/request-id.ts';

const answer = (schema: Schema | undefined, additional: Schema | boolean = true): Schema => ({
  kind: 'object',
  additional,
  properties: schema === undefined ? [] : [{ name: 'RequestId', required: true, schema }],
});
const schemas: readonly NamedSchema[] = [
  { name: 'Answer', typeName: 'Answer', schema: answer({ kind: 'string' }) },
  { name: 'Circle', typeName: 'Circle', schema: { kind: 'reference', name: 'Circle' } },
];

it.each<[string, boolean, Schema]>([
  ['any text', true, answer({ kind: 'string' })],
  ['a UUID', true, answer({ kind: 'string', format: 'uuid', minLength: 36, maxLength: 36 })],
  ['anything', true, answer({ kind: 'any' })],
  [
    'text or null',
    true,
    answer({ kind: 'union', mode: 'any', members: [{ kind: 'null' }, { kind: 'string' }] }),
  ],
  ['nothing said', true, answer(undefined)],
  ['any further text', true, answer(undefined, { kind: 'string' })],
  ['another schema', true, { kind: 'reference', name: 'Answer' }],
  ['two schemas', true, { kind: 'intersection', members: [answer(undefined), answer({ kind: 'string' })] }],
  ['nothing further', false, answer(undefined, false)],
  ['further numbers', false, answer(undefined, { kind: 'integer' })],
  ['a number', false, answer({ kind: 'integer' })],
  ['a short text', false, answer({ kind: 'string', maxLength: 35 })],
  ['a text of a pattern', false, answer({ kind: 'string', pattern: '^r-' })],
  ['one text', false, answer({ kind: 'enum', values: ['R'], valueDescriptions: {} })],
  [
    'one schema of two',
    false,
    { kind: 'intersection', members: [answer({ kind: 'integer' }), answer(undefined)] },
  ],
  ['no object', false, { kind: 'array', items: { kind: 'string' } }],
  ['a circle', false, { kind: 'reference', name: 'Circle' }],
])('an answer with %s takes the request id of the gateway: %s', (_, takes, schema) => {
  expect(takesRequestId(schema, schemas)).toBe(takes);
});
