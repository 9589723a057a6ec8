import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { buildCatalogue } from '@swas/generator-mock-gateway';
import { definitions, toJsonSchema, type ApiModel, type Schema } from '@swas/generator-model';
import { startGateway } from '@swas/mock-gateway';
import { describe, expect, test } from 'vitest';
import { loadFeatures } from './support/features.ts';

/** What is wrong with a value, by ajv; empty when nothing is. */
function faults(value: unknown, schema: Schema, model: ApiModel): string {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.validate({ ...toJsonSchema(schema), $defs: definitions(model) }, value);
  return ajv.errorsText(ajv.errors).replace('No errors', '');
}

describe('answers of the gateway for any spec are what its schemas say', () => {
  test.each(loadFeatures())('$name', async ({ model }) => {
    const catalogue = buildCatalogue(model);
    // Which parameters are right is not the question here.
    const operations = catalogue.operations.map((operation) => ({ ...operation, parameters: [] }));
    const gateway = await startGateway({ catalogue: { ...catalogue, operations }, unsigned: true });
    for (const { name, method, result } of model.operations) {
      const answer = await fetch(`${gateway.url}/${name}`, { method });
      expect(answer.status).toBeLessThan(300);
      expect([name, faults(await answer.json(), result, model)]).toEqual([name, '']);
    }
    await gateway.close();
  });
});

const bounds = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 3, max: 9 }));
const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.record(
      {
        kind: fc.constant('string' as const),
        minLength: fc.nat(50),
        pattern: fc.constantFrom('^[a-z]', '^m-', '[0-9]'),
      },
      { requiredKeys: ['kind'] },
    ),
    fc.record({ kind: fc.constant('string' as const), maxLength: fc.nat(5) }),
    bounds.map(([low, width]) => ({
      kind: 'integer' as const,
      exclusiveMinimum: low,
      maximum: low + width,
      multipleOf: 3,
    })),
    bounds.map(([low, width]) => ({
      kind: 'number' as const,
      minimum: low + 0.5,
      exclusiveMaximum: low + width,
    })),
    bounds.map(([low]) => ({ kind: 'integer' as const, maximum: low + 0.5 })),
    fc.constantFrom<Schema>(
      { kind: 'boolean' },
      { kind: 'null' },
      { kind: 'enum', values: ['A', 2], valueDescriptions: {} },
    ),
    fc.record(
      { kind: fc.constant('array' as const), items: tie('schema'), minItems: fc.nat(3) },
      { requiredKeys: ['kind', 'items'] },
    ),
    fc
      .constantFrom('string' as const, 'integer' as const)
      .map((kind) => ({ kind: 'array' as const, items: { kind }, minItems: 3, uniqueItems: true })),
    fc.record({
      kind: fc.constant('object' as const),
      properties: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('Id', 'RequestId', 'Name', 'Other'),
          required: fc.boolean(),
          schema: tie('schema'),
        }),
        { selector: ({ name }) => name, maxLength: 3 },
      ),
      additional: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('object' as const),
      properties: fc.constant([]),
      additional: tie('schema'),
      minProperties: fc.nat(3),
    }),
  ),
}));

test('examples are made that any schema accepts', { timeout: 120_000 }, () => {
  const [{ model } = { model: undefined }] = loadFeatures();
  fc.assert(
    fc.property(schema, (result) => {
      const operation = { ...model!.operations[0]!, result, responses: [] };
      const [built] = buildCatalogue({ ...model!, operations: [operation] }).operations;
      expect(faults(built!.success.example, result, model!)).toBe('');
    }),
    { numRuns: 100 },
  );
});
