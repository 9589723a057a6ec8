import { UnsupportedError } from '@swas/generator-kit';
import { accepts, type StringSchema } from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import { sampleText } from '../src/values/sample-text.ts';

const text = (limits: Partial<StringSchema>): StringSchema => ({ kind: 'string', ...limits });

describe('a sample text', () => {
  test.for([
    text({}),
    text({ minLength: 20, maxLength: 30 }),
    text({ maxLength: 1 }),
    text({ pattern: '^l-[a-z]+$', minLength: 3, maxLength: 8 }),
    text({ pattern: '^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$' }),
    text({ pattern: '^[\\x00-\\x7F]*$', maxLength: 64 }),
  ])('of %o is accepted, and the same each time', (schema) => {
    const sample = sampleText(schema);
    expect(accepts(schema, sample, (same) => same)).toBe(true);
    expect(sampleText(schema)).toBe(sample);
  });

  test.for(['date-time', 'date', 'email', 'ipv4', 'ipv6', 'uri', 'uuid'])('has the format %s', (format) => {
    expect(sampleText(text({ format }))).not.toMatch(/^a+$/u);
  });

  test('that cannot be found asks for an example', () => {
    expect(() => sampleText(text({ pattern: '^b$', minLength: 2 }))).toThrow(UnsupportedError);
    expect(() => sampleText(text({ pattern: '^b$', minLength: 2 }))).toThrow('add an `example`');
  });
});
