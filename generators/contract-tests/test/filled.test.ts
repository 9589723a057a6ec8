import type { JsonValue, Schema } from '@swas/generator-model';
import { expect, test } from 'vitest';
import { filled } from '../src/values/filled.ts';
import { schemaTable } from '../src/values/schema-table.ts';

const text: Schema = { kind: 'string', example: 'a' };
const object = (name: string, schema: Schema, additional: boolean | Schema = false): Schema => ({
  kind: 'object',
  properties: [{ name, required: false, schema }],
  additional,
});
const map: Schema = { kind: 'object', properties: [], additional: text };
const table = schemaTable([{ name: 'Level', typeName: 'Level', schema: object('Times', text) }]);
const level: Schema = { kind: 'reference', name: 'Level' };

test.each<[string, Schema, JsonValue, JsonValue]>([
  ['an object in a list', { kind: 'array', items: object('Key', text) }, [{}], [{ Key: 'a' }]],
  ['an empty list', object('L', { kind: 'array', items: text }), { L: [] }, { L: ['a'] }],
  ['what a reference leads to', object('Critical', level), {}, { Critical: { Times: 'a' } }],
  ['a map', map, {}, { name1: 'a' }],
  ['what parts make together', { kind: 'intersection', members: [level, level] }, {}, { Times: 'a' }],
  ['one of several forms', { kind: 'union', mode: 'one', members: [text, level] }, {}, { Times: 'a' }],
  ['nothing that is there', object('Key', text, true), { Other: 1 }, { Other: 1 }],
])('fills %s', (_name, schema, value, wanted) => {
  expect(filled(schema, value, table)).toEqual(wanted);
});

test('a schema inside itself is filled as far as values go', () => {
  const circle = schemaTable([
    { name: 'Node', typeName: 'Node', schema: object('Next', { kind: 'reference', name: 'Node' }) },
  ]);
  expect(JSON.stringify(filled({ kind: 'reference', name: 'Node' }, {}, circle)).length).toBeLessThan(300);
});
