import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as validators from '../src/index.ts';
import { jsonSchemaSource } from '../src/json-schema-source.ts';
import * as sources from '../src/json-schema.ts';

const drafts = [
  ['draft-2020-12', Ajv2020],
  ['draft-07', Ajv],
] as const;

const requests = [
  { RegionId: 'r', ImageIds: ['m-1'] },
  { RegionId: 'r', ImageIds: [] },
  { RegionId: 'r', ImageIds: [1] },
  { RegionId: 'r', ImageIds: ['m-1'], ClientToken: 'x'.repeat(65) },
  { RegionId: 'r', ImageIds: ['m-1'], Other: 1 },
  {},
];

describe.each(drafts)('as %s', (target, Compiler) => {
  it('a JSON Schema is valid in its draft and decides as the validator does', () => {
    const schema = sources.deleteCustomImages['~standard'].jsonSchema.input({ target });
    const compiled = new Compiler().compile(schema);
    for (const request of requests) expect(compiled(request)).toBe(validators.deleteCustomImages.is(request));
  });

  it('references and a property that is called like one are told apart', () => {
    const source = jsonSchemaSource({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { $ref: { $ref: '#/$defs/$ref' }, $defs: { enum: ['#/$defs/A'] } },
      $defs: { $ref: { type: 'integer' } },
    });
    const compiled = new Compiler().compile(source['~standard'].jsonSchema.output({ target }));
    expect(compiled({ $ref: 1, $defs: '#/$defs/A' })).toBe(true);
    expect(compiled({ $ref: 'a' })).toBe(false);
    expect(compiled({ $defs: '#/definitions/A' })).toBe(false);
  });
});

const input = (schema: object) =>
  jsonSchemaSource(schema)['~standard'].jsonSchema.input({ target: 'draft-07' });

it('draft 7 calls definitions by its own name, or has none', () => {
  const $schema = 'http://json-schema.org/draft-07/schema#';
  expect(input({ $ref: '#/$defs/A', $defs: { A: {} } })).toEqual({
    $schema,
    $ref: '#/definitions/A',
    definitions: { A: {} },
  });
  expect(input({ type: 'string' })).toEqual({ $schema, type: 'string' });
});

it('another target is refused with those that there are', () => {
  expect(() => sources.deleteCustomImages['~standard'].jsonSchema.input({ target: 'openapi-3.0' })).toThrow(
    /"openapi-3\.0": use "draft-2020-12" or "draft-07"/,
  );
});
