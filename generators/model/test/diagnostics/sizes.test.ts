import { describe, expect, it } from 'vitest';
import { patternSize } from '../../src/pattern-size.ts';
import { load } from '../support/load.ts';
import { faultsOf, writeFolder } from '../support/load.ts';
import { join } from 'node:path';
import { answerSpec, namesSpec, parameterSpec } from '../support/spec-text.ts';

const messages = (spec: string): readonly string[] =>
  faultsOf(join(writeFolder({ 'openapi.yaml': spec }), 'openapi.yaml')).map(({ message }) => message);

const patternSpec = (pattern: string, rest = ''): string =>
  parameterSpec(`schema: { type: string, pattern: ${JSON.stringify(pattern)}${rest} }`);

describe('numbers that ask for much', () => {
  it.each([
    ['minLength', '{ type: string, minLength: 2147483648 }', '`minLength` is 2147483648'],
    ['minItems', '{ type: array, minItems: 100000000 }', '`minItems` is 100000000'],
    ['minProperties', '{ type: object, minProperties: 1000000 }', '`minProperties` is 1000000'],
  ])('%s is refused', (_keyword, schema, message) => {
    expect(messages(answerSpec(schema))).toEqual([message]);
  });

  it('upper limits may be as large as they like', () => {
    expect(messages(answerSpec('{ type: string, maxLength: 1000000000000 }'))).toEqual([]);
    expect(messages(answerSpec('{ type: array, maxItems: 1000000000000 }'))).toEqual([]);
  });
});

/** Schemas of which each refers twice to the next one. */
const doubling = (levels: number, kind: (next: string) => string): string =>
  Array.from({ length: levels }, (_, level) => {
    const next = `{ $ref: '#/components/schemas/S${level + 1}' }`;
    return `S${level}: ${level === levels - 1 ? '{ type: string }' : kind(next)}`;
  }).join('\n');

describe('values that multiply', () => {
  const tooLarge = 'a value of `Act` has more than 20000 parts when references are written out';

  it.each<[string, (next: string) => string]>([
    ['properties', (next) => `{ type: object, properties: { a: ${next}, b: ${next} } }`],
    ['items', (next) => `{ type: array, minItems: 2, items: ${next} }`],
    ['entries', (next) => `{ type: object, minProperties: 2, additionalProperties: ${next} }`],
    ['alternatives', (next) => `{ anyOf: [${next}, { type: array, items: ${next} }] }`],
    ['parts', (next) => `{ allOf: [${next}, ${next}] }`],
  ])('through %s are refused, and few levels are not', (_name, kind) => {
    const first = "$ref: '#/components/schemas/S0'";
    expect(messages(answerSpec(first, doubling(30, kind)))).toEqual([tooLarge]);
    expect(messages(answerSpec(first, doubling(8, kind)))).toEqual([]);
  });

  it('may be recursive, since no example repeats a schema inside itself', () => {
    const names = Array.from({ length: 5 }, (_, index) => `T${index}`);
    const all = names.map((name) => `${name}: { $ref: '#/components/schemas/${name}' }`).join(', ');
    const schemas = names.map((name) => `${name}: { type: object, properties: { ${all} } }`).join('\n');
    expect(messages(answerSpec("$ref: '#/components/schemas/T0'", schemas))).toEqual([]);
  });
});

describe('patterns', () => {
  it.each([
    ['repetition inside repetition', '^(a+)+$'],
    ['alternatives for the same text', '^(a|a)*b$'],
    ['a group that overlaps with itself', '^(([a-z])+.)+[A-Z]([a-z])+$'],
    ['optional parts', '^(0?){50}0{50}$'],
    ['four repetitions of the same characters', '^.*.*.*.*x$'],
  ])('that take too long are refused: %s', (_name, pattern) => {
    expect(messages(patternSpec(pattern))).toEqual(['`pattern` takes too long on some texts']);
  });

  it('is refused when it takes too long on its own example', () => {
    const example = JSON.stringify(`${'ß'.repeat(60)}!`);
    const spec = patternSpec(String.raw`^(\P{ASCII}+)+$`, `, example: ${example}`);
    expect(messages(spec)).toEqual(['`pattern` takes too long on some texts']);
  });

  it.each([
    ['as text', '^'.padEnd(1002, 'a')],
    ['in its repetitions', '^((a{1000}){1000}){1000}$'],
    ['in one repetition', '^a{100000000}$'],
  ])('that are too large are refused: %s', (_name, pattern) => {
    expect(messages(patternSpec(pattern))).toEqual(['`pattern` is too large']);
  });

  it.each([
    '^[a-z]+-[0-9]+$',
    '^([a-z0-9]+-)*[a-z0-9]+$',
    String.raw`^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$`,
    '^[a-zA-Z][a-zA-Z0-9_.-]{1,127}$',
    String.raw`^(?!.*--)\p{L}+(.*)$`,
    String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$`,
  ])('that specs really have are taken: %s', (pattern) => {
    expect(messages(patternSpec(pattern))).toEqual([]);
  });

  it.each([
    ['^a{3}(b{2}|[^)(]{4,5})+$', 10],
    [String.raw`\{9\}\p{L}{2}(?<name>x{2,}){3}`, 11],
    ['(((a{10}){10}){10})', 1000],
  ])('have the size of what they may ask for: %s', (pattern, size) => {
    expect(patternSize(pattern)).toBe(size);
  });
});

describe('names', () => {
  it('that thousands of operations want are given out without counting from the start each time', () => {
    const names = Array.from({ length: 3000 }, (_, index) =>
      index.toString(2).padStart(12, '0').replaceAll('0', '-').replaceAll('1', '_').replace(/^/, 'A'),
    );
    const files = new Set(load(namesSpec(names)).operations.map(({ fileName }) => fileName));
    expect(files.size).toBe(3000);
  });

  it('become file names that every file system takes', () => {
    const names = ['con', 'NUL', 'Com1', 'Lpt9', 'aB'.repeat(100), `${'aB'.repeat(99)}cD`];
    const files = load(namesSpec(names)).operations.map(({ fileName }) => fileName);
    expect(files.slice(0, 4)).toEqual(['con-operation', 'nul-operation', 'com1-operation', 'lpt9-operation']);
    expect(files.slice(4).every((name) => name.length <= 110)).toBe(true);
    expect(new Set(files).size).toBe(6);
  });
});

it('reads a very long text with escapes', () => {
  const text = JSON.stringify(`a\\${'\t@'.repeat(10)}${' '.repeat(10_000_000)}b`);
  expect(load(answerSpec(`{ type: string, description: ${text} }`)).operations).toHaveLength(1);
});
