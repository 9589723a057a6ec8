import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults, times, tooMany } from '../support/hostile.ts';
import { faultsOf, load, writeFolder } from '../support/load.ts';
import { answerSpec, indent, parameterSpec } from '../support/spec-text.ts';

/** A chain of named schemas, each of which refers to the next. */
const chain = (length: number): string =>
  times(length, (index) =>
    index === length - 1
      ? `S${index}: { type: string }`
      : `S${index}: { $ref: '#/components/schemas/S${index + 1}' }`,
  ).join('\n');

/** Named schemas of which each refers to the next so often: that to the power of `length` ways to the last. */
const laughs = (length: number, keyword: string, last: string, often = 2): string =>
  times(length, (index) => {
    const next = `{ $ref: '#/components/schemas/S${index + 1}' }`;
    return `S${index}: ${index === length - 1 ? last : `{ ${keyword}: [${times(often, () => next).join(', ')}] }`}`;
  }).join('\n');

const components = (schemas: string): string => `components:\n  schemas:\n${indent(schemas, 4)}\n`;

describe('references without end', () => {
  it('are followed 15,000 times where schemas stand for themselves', () => {
    const model = load(answerSpec("$ref: '#/components/schemas/S0'", chain(15_000)));
    expect(model.schemas).toHaveLength(15_000);
  });

  it('are reported in a chain of 40,000', () => {
    const found = faults(answerSpec("$ref: '#/components/schemas/S0'", chain(40_000)));
    expect(found).toMatchObject([{ message: tooMany }]);
  });

  it('are reported where values nest by 20,000 of them', () => {
    const levels = times(
      20_000,
      (index) => `S${index}: { items: { $ref: '#/components/schemas/S${index + 1}' } }`,
    );
    const schemas = [...levels, 'S20000: {}'].join('\n');
    expect(faults(answerSpec("$ref: '#/components/schemas/S0'", schemas))).toMatchObject([
      { message: tooMany },
    ]);
  });

  it('are reported where the type of a parameter has to be told', () => {
    const spec = parameterSpec("schema: { $ref: '#/components/schemas/S0' }", components(chain(20_000)));
    const messages = faults(spec).map(({ message }) => message);
    expect(messages).toEqual([tooMany, 'the chain of `$ref` is too long']);
  });

  it.each(['oneOf', 'anyOf', 'allOf'])('are reported where they multiply: %s', (keyword) => {
    const schemas = laughs(100, keyword, '{ type: string }');
    const spec = parameterSpec("schema: { $ref: '#/components/schemas/S0' }", components(schemas));
    expect(faults(spec)).toMatchObject([{ message: tooMany }]);
    expect(faults(answerSpec("$ref: '#/components/schemas/S0'", schemas))).toMatchObject([
      { message: tooMany },
    ]);
  });

  it('are reported where they multiply the readings of an example', () => {
    const schemas = laughs(100, 'anyOf', '{ type: integer }', 10);
    const keys = `style: form\nexplode: false\nexample: '1,x'\nschema: { type: array, items: { $ref: '#/components/schemas/S0' } }`;
    expect(faults(parameterSpec(keys, components(schemas)))).toMatchObject([{ message: tooMany }]);
  });

  it('do not leave the folder by an escape, which file names have not', () => {
    const folder = writeFolder({
      'secret.yaml': 'A: { type: string }\n',
      'spec/openapi.yaml': answerSpec("$ref: '%2e%2e/secret.yaml#/A'"),
    });
    expect(faultsOf(join(folder, 'spec/openapi.yaml'))).toMatchObject([
      { message: '`$ref` to a missing file: %2e%2e/secret.yaml#/A' },
    ]);
  });
});
