import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults, times, tooMany } from '../support/hostile.ts';
import { faultsOf, load, loadAnswer, writeFolder } from '../support/load.ts';
import {
  answerSpec,
  head,
  namesSpec,
  operationSpec,
  parameterSpec,
  responses,
} from '../support/spec-text.ts';

// What grows with the square of its input, or faster, takes minutes or all memory here: the time limit of the tests finds it.

describe('files without end', () => {
  it('of 100 MB are not read', () => {
    const path = join(writeFolder({ 'openapi.yaml': head }), 'openapi.yaml');
    truncateSync(path, 100 * 1024 * 1024);
    expect(faultsOf(path)).toMatchObject([{ message: 'the file has 104857600 bytes' }]);
  });

  it('are not given to the library, whose tree would fill the memory', () => {
    const found = faults(`a:\tb\nc: ${'[a],'.repeat(2_500_000)}\n`);
    expect(found).toMatchObject([{ message: 'the file is too large for what it uses of YAML' }]);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, { line: 1, column: 203 }],
    ['braces', `a: ${'{b: '.repeat(100_000)}${'}'.repeat(100_000)}\n`, { line: 1, column: 800 }],
    ['dashes', `${'- '.repeat(100_000)}a\n`, { line: 1 }],
    ['lines', times(1_000, (depth) => `${' '.repeat(depth)}a:\n`).join(''), { line: 201 }],
    ['brackets beside a tab', `a:\tb\nc: ${'['.repeat(100_000)}\n`, { line: 2 }],
  ])('end where they nest too deeply: %s', (_what, text, place) => {
    expect(faults(text)).toMatchObject([{ message: 'the file is nested too deeply to be read', ...place }]);
  });

  it('report a hundred of 200,000 keys that stand twice', () => {
    const keys = times(200_000, (index) => `k${index % 1000}: 1`).join(', ');
    expect(faults(`a: { ${keys} }\n`)).toHaveLength(100);
  });

  it('report merge keys that name one mapping again and again', () => {
    const spec = operationSpec(`x-any: &a { ${times(2_000, (key) => `k${key}: 1`).join(', ')} }
<<: [${times(20_000, () => '*a').join(', ')}]`);
    expect(faults(spec)).toMatchObject([{ message: '`<<` is not supported in the operation' }]);
  });
});

describe('large specs', () => {
  it('may list a million values', () => {
    const answer = loadAnswer(answerSpec(`enum: [${times(1_000_000, (index) => index).join(',')}]`));
    expect(answer.kind === 'enum' && answer.values.length).toBe(1_000_000);
  });

  it('report an object of 300,000 properties', () => {
    const properties = times(300_000, (index) => `p${index}: {}`).join(', ');
    expect(faults(answerSpec(`properties: { ${properties} }`))).toMatchObject([{ message: tooMany }]);
  });

  it('may describe 50,000 values, and form fields', () => {
    const names = times(50_000, (index) => `v${index}`);
    const described = names.map((name) => `${name}: Text.`).join(', ');
    const answer = loadAnswer(
      answerSpec(`enum: [${names.join(', ')}]\nx-enum-descriptions: { ${described} }`),
    );
    expect(answer.kind === 'enum' && Object.keys(answer.valueDescriptions).length).toBe(50_000);
    const fields = names.map((name) => `${name}: { type: string }`).join(', ');
    const form = `requestBody: { content: { application/x-www-form-urlencoded: { schema: { required: [${names.join(', ')}], properties: { ${fields} } } } } }`;
    expect(load(operationSpec(form)).operations[0]?.parameters).toHaveLength(50_000);
  });

  it('may have a list of 20,000 values that 5,000 operations share', () => {
    const paths = times(5_000, (index) => {
      const parameters = `parameters: [{ $ref: '#/components/parameters/P' }]`;
      return `  /A${index}: { post: { operationId: A${index}, ${parameters}, ${responses} } }\n`;
    });
    const values = times(20_000, (index) => `v${index}`).join(', ');
    const shared = `components: { parameters: { P: { name: P, in: query, schema: { enum: [${values}] } } } }\n`;
    expect(load(`${head}paths:\n${paths.join('')}${shared}`).operations).toHaveLength(5_000);
  });

  it('get a number for each of 10,000 names that come out the same', () => {
    const names = times(
      10_000,
      (index) => `act${'-.~'.charAt(index % 3).repeat((index % 150) + 1)}${'$@'.repeat(index / 450)}`,
    );
    const distinct = [...new Set(names)];
    const { operations } = load(namesSpec(distinct));
    expect(new Set(operations.map(({ methodName }) => methodName.toLowerCase())).size).toBe(distinct.length);
  });

  it('get a number for each of 9,000 schemas of one name', () => {
    const members = times(9_000, (index) => `{ $ref: '#/x-all/${index}/S' }`).join(', ');
    const all = `x-all: [${times(9_000, () => '{ S: { type: object } }').join(', ')}]\n`;
    const model = load(
      operationSpec(
        `responses: { '200': { description: D, content: { application/json: { schema: { anyOf: [${members}] } } } } }`,
        all,
      ),
    );
    expect(new Set(model.schemas.map(({ name }) => name)).size).toBe(9_000);
  });

  it('report what is misspelt among 50,000 names', () => {
    const names = times(50_000, (index) => `Schema${index}`);
    const wrong = times(200, (index) => `{ $ref: '#/components/schemas/Shema${index}x' }`).join(', ');
    const found = faults(answerSpec(`anyOf: [${wrong}]`, names.map((name) => `${name}: {}`).join('\n')));
    expect(found).toHaveLength(100);
  });
});

describe('texts that our own patterns read', () => {
  it('may be patterns too large for the engine', () => {
    const [fault] = faults(
      answerSpec(`type: string\npattern: '${'('.repeat(50_000)}a${')'.repeat(50_000)}'`),
    );
    expect(fault?.message).toMatch(/^`pattern` is no regular expression/);
  });

  it('do not take longer than their length: addresses, conditions, names', () => {
    const url = `servers: [{ url: 'https://${'{a'.repeat(100_000)} ' }]\n`;
    expect(faults(operationSpec('', url))[0]?.message).toMatch(/^the server is/);
    const name = `'${'aA'.repeat(100_000)}'`;
    expect(
      faults(answerSpec("$ref: '#/x-a'", '').replace('#/x-a', `#/components/schemas/${name.slice(1, -1)}`)),
    ).toHaveLength(1);
    expect(
      load(answerSpec(`$ref: '#/components/schemas/${name.slice(1, -1)}'`, `? ${name}\n: {}`)).schemas,
    ).toHaveLength(1);
  });

  it('hold JSON of bounded depth', () => {
    const text = `'${'['.repeat(100_000)}${']'.repeat(100_000)}'`;
    const schema = 'schema: { type: string, contentMediaType: application/json, contentSchema: {} }';
    expect(faults(parameterSpec(`${schema}\nexample: ${text}`))).toMatchObject([
      { message: 'the example nests too deeply', expected: 'at most 100 levels' },
    ]);
  });
});
