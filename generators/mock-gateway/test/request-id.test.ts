import type { NamedSchema, Schema } from '@swas/generator-model';
import { expect, it } from 'vitest';
import { requestIdForm } from '../src/request-id.ts';

const answer = (schema: Schema | undefined, additional: Schema | boolean = true): Schema => ({
  kind: 'object',
  additional,
  properties: schema === undefined ? [] : [{ name: 'RequestId', required: true, schema }],
});
const schemas: readonly NamedSchema[] = [
  { name: 'Answer', typeName: 'Answer', schema: answer({ kind: 'string' }) },
  { name: 'Circle', typeName: 'Circle', schema: { kind: 'reference', name: 'Circle' } },
];

it.each<[string, 'upper' | 'lower' | undefined, Schema]>([
  ['any text', 'upper', answer({ kind: 'string' })],
  ['a UUID', 'upper', answer({ kind: 'string', format: 'uuid', minLength: 36, maxLength: 36 })],
  ['anything', 'upper', answer({ kind: 'any' })],
  [
    'text or null',
    'upper',
    answer({ kind: 'union', mode: 'any', members: [{ kind: 'null' }, { kind: 'string' }] }),
  ],
  ['nothing said', 'upper', answer(undefined)],
  ['any further text', 'upper', answer(undefined, { kind: 'string' })],
  ['another schema', 'upper', { kind: 'reference', name: 'Answer' }],
  [
    'two schemas',
    'upper',
    { kind: 'intersection', members: [answer(undefined), answer({ kind: 'string' })] },
  ],
  ['nothing further', undefined, answer(undefined, false)],
  ['further numbers', undefined, answer(undefined, { kind: 'integer' })],
  ['a number', undefined, answer({ kind: 'integer' })],
  ['a short text', undefined, answer({ kind: 'string', maxLength: 35 })],
  ['a UUID by its pattern', 'upper', answer({ kind: 'string', pattern: '^[0-9A-Fa-f-]{36}$' })],
  [
    'a UUID in lower case',
    'lower',
    answer({ kind: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  ],
  ['a text of a pattern', undefined, answer({ kind: 'string', pattern: '^r-' })],
  ['one text', undefined, answer({ kind: 'enum', values: ['R'], valueDescriptions: {} })],
  [
    'one schema of two',
    undefined,
    { kind: 'intersection', members: [answer({ kind: 'integer' }), answer(undefined)] },
  ],
  ['no object', undefined, { kind: 'array', items: { kind: 'string' } }],
  ['a circle', undefined, { kind: 'reference', name: 'Circle' }],
])('an answer with %s takes the request id of the gateway: %s', (_, takes, schema) => {
  expect(requestIdForm(schema, schemas)).toBe(takes);
});
