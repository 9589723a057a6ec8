import { UnsupportedError } from '@swas/generator-kit';
import type { Schema } from '@swas/generator-model';
import { expect, it } from 'vitest';
import { createChecks } from '../src/checks.ts';

const property = (schema: Schema, name = '__proto__') => ({ name, required: false, schema });
const unsafe: Schema = {
  kind: 'object',
  properties: [property({ kind: 'string' })],
  additional: false,
};

it('a property named __proto__ is refused with its place and a way around', () => {
  const hint = 'cannot be validated. Rename it, or allow it through additionalProperties.';
  const request = { kind: 'object', properties: [property(unsafe, 'Filter')], additional: false } as const;
  const inRequest = () => createChecks([]).keywords([request]);
  expect(inRequest).toThrow(UnsupportedError);
  expect(inRequest).toThrow(`The parameter "Filter": a property named "__proto__" ${hint}`);
  const inSchema = () => createChecks([{ name: 'Node', typeName: 'Node', schema: unsafe }]);
  expect(inSchema).toThrow(UnsupportedError);
  expect(inSchema).toThrow(`The schema "Node": a property named "__proto__" ${hint}`);
});
