import type { Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { typeLine } from '../src/type-expression.ts';
import { typeExpression, type TypeNames } from '../src/type-text.ts';
import { typeCheck } from './support/type-check.ts';

const typeText = (schema: Schema, all: TypeNames): string => typeLine(typeExpression(schema, all));

const names = new Map([['Node', 'NodeModel']]);
const string: Schema = { kind: 'string' };
const integer: Schema = { kind: 'integer' };
const open = { kind: 'object', properties: [], additional: true } as const;
const property = (name: string, required: boolean, schema: Schema = string) => ({ name, required, schema });

const cases: readonly (readonly [name: string, schema: Schema, type: string])[] = [
  ['text', string, 'string'],
  ['integer', integer, 'number'],
  ['number', { kind: 'number' }, 'number'],
  ['boolean', { kind: 'boolean' }, 'boolean'],
  ['null', { kind: 'null' }, 'null'],
  ['anything', { kind: 'any' }, 'unknown'],
  ['nullable', { ...string, nullable: true }, 'string | null'],
  [
    'enum',
    { kind: 'enum', values: ['a', "it's", 1, true], valueDescriptions: {} },
    String.raw`'a' | 'it\'s' | 1 | true`,
  ],
  ['list', { kind: 'array', items: string }, 'readonly string[]'],
  ['list of nullable', { kind: 'array', items: { ...string, nullable: true } }, 'readonly (string | null)[]'],
  [
    'list of lists',
    { kind: 'array', items: { kind: 'array', items: string } },
    'readonly (readonly string[])[]',
  ],
  ['open object', open, '{ readonly [name: string]: unknown }'],
  ['closed empty object', { ...open, additional: false }, 'Readonly<Record<string, never>>'],
  ['map', { ...open, additional: integer }, '{ readonly [name: string]: number }'],
  [
    'object',
    { kind: 'object', properties: [property('a', true), property('b-c', false)], additional: false },
    "{ readonly a: string; readonly 'b-c'?: string | undefined }",
  ],
  [
    'object with a map beside',
    { kind: 'object', properties: [property('a', true)], additional: integer },
    '{ readonly a: string } & { readonly [name: string]: unknown }',
  ],
  [
    'union',
    { kind: 'union', mode: 'any', members: [string, integer, { kind: 'number' }] },
    'string | number',
  ],
  [
    'union in a list',
    { kind: 'array', items: { kind: 'union', mode: 'one', members: [string, integer] } },
    'readonly (string | number)[]',
  ],
  [
    'intersection of a union',
    { kind: 'intersection', members: [open, { kind: 'union', mode: 'one', members: [string, integer] }] },
    '{ readonly [name: string]: unknown } & (string | number)',
  ],
  ['reference', { kind: 'reference', name: 'Node' }, 'NodeModel'],
  ['nullable reference', { kind: 'reference', name: 'Node', nullable: true }, 'NodeModel | null'],
];

describe('types', () => {
  it.each(cases)('%s', (_name, schema, type) => {
    expect(typeText(schema, names)).toBe(type);
  });

  it('type-check, all of them', () => {
    const lines = cases.map(([, schema], index) => `export type T${index} = ${typeText(schema, names)};`);
    expect(typeCheck({ 'a.ts': `interface NodeModel { a: 1 }\n${lines.join('\n')}\n` })).toBe('');
  });

  it('may recur through lists, maps and objects', () => {
    const node: Schema = { kind: 'reference', name: 'Node' };
    const recursive: readonly Schema[] = [
      { kind: 'array', items: node },
      { ...open, additional: node },
      { kind: 'object', properties: [property('next', false, node)], additional: node },
      { kind: 'union', mode: 'one', members: [string, { kind: 'array', items: node }] },
    ];
    const files = recursive.map((schema, index) => [
      `t${index}.ts`,
      `export type NodeModel = ${typeText(schema, names)};\n`,
    ]);
    expect(typeCheck(Object.fromEntries(files) as Record<string, string>)).toBe('');
  });

  it('are met by the values of the schema and by no others', () => {
    const type = typeText(
      { kind: 'object', properties: [property('a', true), property('b', false, integer)], additional: false },
      names,
    );
    const program = `type T = ${type};
export const good: T[] = [{ a: '' }, { a: '', b: 1 }, { a: '', b: undefined }];
// @ts-expect-error a required name is missing
export const missing: T = { b: 1 };
// @ts-expect-error another type
export const wrong: T = { a: 1 };
// @ts-expect-error an unknown name
export const unknown: T = { a: '', c: 1 };
`;
    expect(typeCheck({ 'a.ts': program })).toBe('');
  });
});
