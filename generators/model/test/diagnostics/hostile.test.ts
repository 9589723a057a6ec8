import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/index.ts';
import { join } from 'node:path';
import { faultsOf, load, loadAnswer, writeFolder } from '../support/load.ts';
import { answerSpec, indent, namesSpec, operationSpec, parameterSpec } from '../support/spec-text.ts';

const faults = (spec: string): readonly Diagnostic[] =>
  faultsOf(join(writeFolder({ 'openapi.yaml': spec }), 'openapi.yaml'));

/** Lists of which each names the one before ten times: ten to the power of `levels` texts. */
function bomb(levels: number): string {
  const lines = ['- &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1) {
    lines.push(`- &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}

describe('hostile specs', () => {
  it('reads aliases, which share text without changing its meaning', () => {
    const spec = operationSpec('summary: &text Short.\ndescription: *text');
    expect(load(spec).operations[0]).toMatchObject({ summary: 'Short.', description: 'Short.' });
  });

  it('ends at a bounded number of nodes when aliases multiply', () => {
    const [fault, ...rest] = faults(answerSpec(`example:\n${indent(bomb(9), 2)}`));
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({
      message: 'the spec expands to too many nodes',
      hint: 'use fewer YAML aliases',
    });
  });

  it('ends where aliases multiply schemas', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const member = level === 0 ? '{ type: string }' : `*s${level - 1}`;
      return `s${level}: &s${level} { anyOf: [${Array.from({ length: 9 }, () => member).join(', ')}] }`;
    });
    const [fault] = faults(answerSpec("$ref: '#/components/schemas/s11'", levels.join('\n')));
    expect(fault).toMatchObject({ message: 'the spec expands to too many nodes' });
  });

  it('resolves many aliases at once', () => {
    const count = 20_000;
    const tags = Array.from({ length: count }, () => '*t').join(', ');
    const spec = answerSpec(`example: [&t text, ${tags}]`);
    expect(loadAnswer(spec).example).toHaveLength(count + 1);
  });

  it.each([
    ['lists', (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)],
    ['mappings', (depth: number): string => '{a: '.repeat(depth) + '}'.repeat(depth)],
  ])('reports %s nested without end, in one fault', (_name, nest) => {
    for (const depth of [150, 2_000, 200_000]) {
      const found = faults(answerSpec(`example: ${nest(depth)}`));
      expect(found).toHaveLength(1);
      expect(found[0]?.message).toMatch(/nested too deeply|is a (?:list|mapping)/);
    }
  });

  it('reports schemas nested without end', () => {
    const nested = `${'{ items: '.repeat(150)}{}${' }'.repeat(150)}`;
    expect(faults(answerSpec(nested))).toMatchObject([
      { message: 'the schema nests too deeply', expected: 'at most 100 levels', hint: 'use `$ref`' },
    ]);
  });

  it('reads a chain of thousands of references', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `S${index}`);
    const schemas = names.map((name, index) =>
      index === names.length - 1
        ? `${name}: { type: string }`
        : `${name}: { $ref: '#/components/schemas/S${index + 1}' }`,
    );
    const model = load(answerSpec("$ref: '#/components/schemas/S0'", schemas.join('\n')));
    expect(model.schemas).toHaveLength(3_000);
  });

  it('stops after a hundred faults', () => {
    const schemas = Array.from({ length: 500 }, () => '{ wrong: 1 }').join(', ');
    expect(faults(answerSpec(`anyOf: [${schemas}]`))).toHaveLength(100);
  });

  it('names a few of many possible values', () => {
    const names = Array.from({ length: 500 }, (_, index) => `Operation${index}`);
    const pages = names
      .map((name) => `${name}: { title: T, url: 'https://a.example', level: linked }`)
      .join(', ');
    const [fault] = faults(operationSpec('x-source: { page: none, section: s }', `x-pages: { ${pages} }\n`));
    expect(fault?.expected).toMatch(/^`Operation0`, .*, and 480 more$/);
  });

  it('lets nothing of the file steer the terminal', () => {
    const [fault] = faults(operationSpec('"\\e[2J\\u202e\\nkey": 1'));
    expect(fault?.message).toBe('`\\u001b[2J\\u202e\\u000akey` is not supported in the operation');
  });

  it('shortens what it quotes', () => {
    const [fault] = faults(parameterSpec(`x-acs-style: ${'x'.repeat(5_000)}\nschema: { type: string }`));
    expect(fault?.message.length).toBeLessThan(1_100);
  });

  it('keeps names of members of every object as data', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const properties = names
      .map((name) => `'${name}': { type: string, example: { __proto__: 1 } }`)
      .join(', ');
    const answer = loadAnswer(
      answerSpec(`type: object\nrequired: [__proto__, valueOf]\nproperties: { ${properties} }`),
    );
    expect(answer).toMatchObject({
      properties: [
        { name: '__proto__', required: true },
        { name: 'constructor', required: false },
        { name: 'toString', required: false },
        { name: 'hasOwnProperty', required: false },
        { name: 'valueOf', required: true, schema: { kind: 'any' } },
      ],
    });
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    expect(load(namesSpec(names)).operations.map(({ name }) => name)).toEqual(names);
  });
});
