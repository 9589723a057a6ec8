import { buildCatalogue } from '@swas/generator-mock-gateway';
import type { ApiModel } from '@swas/generator-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueSuccess } from '../src/catalogue.ts';
import { startGateway, type Catalogue, type Gateway } from '../src/index.ts';
import { brief, facade } from './support/facade.ts';

const parameter = { location: 'query', description: '', deprecated: false } as const;
const flat = (name: string, schema: object) => ({
  ...parameter,
  name,
  serialization: 'flat',
  required: false,
  schema,
});

/** A model of another product with an operation of every serialization, as the reader of specs would build it. */
const model = {
  title: 'Another product',
  description: '',
  product: 'other',
  version: '2024-01-01',
  pages: [],
  servers: [],
  schemas: [
    { name: 'Id', typeName: 'Id', schema: { kind: 'string', maxLength: 3 } },
    { name: 'Count', typeName: 'Count', schema: { kind: 'integer', minimum: 1 } },
  ],
  gatewayErrors: [],
  lines: {},
  resources: [],
  exampleResources: [],
  workflows: [],
  operations: [
    {
      name: 'ListThings',
      methodName: 'listThings',
      typeName: 'ListThings',
      fileName: 'list-things',
      method: 'POST',
      summary: 'Lists things.',
      description: '',
      deprecated: false,
      effect: 'read',
      errors: [],
      openQuestions: [],
      unchecked: [],
      request: { kind: 'object', properties: [], additional: false },
      result: {
        kind: 'object',
        additional: true,
        properties: [
          { name: 'Total', required: true, schema: { kind: 'integer', example: 7 } },
          {
            name: 'Things',
            required: true,
            schema: { kind: 'array', items: { kind: 'reference', name: 'Id' } },
          },
        ],
      },
      responses: [{ status: '200', description: '', examples: [], headers: [] }],
      parameters: [
        {
          ...parameter,
          name: 'Size',
          serialization: 'plain',
          required: true,
          schema: { kind: 'reference', name: 'Count' },
        },
        {
          ...parameter,
          name: 'Ids',
          serialization: 'comma',
          required: false,
          schema: { kind: 'array', items: { kind: 'reference', name: 'Id' }, maxItems: 2 },
        },
        flat('Tag', {
          kind: 'array',
          items: {
            kind: 'object',
            additional: false,
            properties: [{ name: 'Key', required: true, schema: { kind: 'string' } }],
          },
        }),
        flat('Map', { kind: 'object', properties: [], additional: { kind: 'boolean' } }),
      ],
    },
  ],
} as unknown as ApiModel;

// Also the proof that what the generator builds is what the gateway's own type describes.
const catalogue: Catalogue = buildCatalogue(model);

let gateway: Gateway;
let api: ReturnType<typeof facade>;
beforeAll(async () => {
  gateway = await startGateway({ unsigned: true, catalogue });
  api = facade(gateway.url);
});
afterAll(() => gateway.close());

describe('a gateway for another API', () => {
  it('answers from the schemas, with a request id', async () => {
    const { body } = await api.call('ListThings', { Size: '1' });
    expect(body).toEqual({ Total: 7, Things: ['tex'], RequestId: expect.any(String) as unknown });
  });

  it.each([
    ['integer', { Size: '5' }],
    ['commas', { Size: '5', Ids: 'a,b' }],
    ['flattened list', { Size: '5', 'Tag.1.Key': 'a', 'Tag.2.Key': 'b' }],
    ['flattened map', { Size: '5', 'Map.a': 'true', 'Map.__proto__': 'false' }],
  ])('accepts: %s', async (_, parameters) => {
    expect(brief(await api.call('ListThings', parameters))).toBe('200');
  });

  it.each([
    ['nothing', {}, '400 MissingParameter'],
    ['no integer', { Size: '1.5' }, '400 InvalidParameter'],
    ['no number', { Size: 'x' }, '400 InvalidParameter'],
    ['less than the minimum', { Size: '0' }, '400 InvalidParameter'],
    ['too many items', { Size: '1', Ids: 'a,b,c' }, '400 InvalidParameter'],
    ['a long item', { Size: '1', Ids: 'abcd' }, '400 InvalidParameter'],
    ['a gap in a list', { Size: '1', 'Tag.2.Key': 'a' }, '400 InvalidParameter'],
    ['an undeclared member', { Size: '1', 'Tag.1.Key': 'a', 'Tag.1.Other': 'a' }, '400 InvalidParameter'],
    ['no boolean', { Size: '1', 'Map.a': 'yes' }, '400 InvalidParameter'],
  ])('refuses: %s', async (_, parameters, answer) => {
    expect(brief(await api.call('ListThings', parameters))).toBe(answer);
  });

  const own = /^[0-9A-F-]{36}$/;

  it.each<[string, Partial<CatalogueSuccess>, unknown, unknown]>([
    ['a number', { example: { RequestId: 7 }, ownRequestId: true }, 7, expect.stringMatching(own)],
    ['another text', { example: { RequestId: 'r-1' }, ownRequestId: true }, 'r-1', 'r-1'],
    [
      'no header',
      { example: { RequestId: 'a\r\nb' }, ownRequestId: true },
      'a\r\nb',
      expect.stringMatching(own),
    ],
    [
      'lower case',
      { lowerRequestId: true },
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ],
  ])('gives a RequestId as the schema wants it: %s', async (_name, given, inBody, inHeader) => {
    const [operation] = catalogue.operations;
    const success = { status: 200, example: {}, ...given };
    const odd = { ...catalogue, operations: [{ ...operation!, success }] };
    const other = await startGateway({ unsigned: true, catalogue: odd });
    const { body, headers } = await facade(other.url).call('ListThings', { Size: '1' });
    await other.close();
    expect([body['RequestId'], headers['x-acs-request-id']]).toEqual([inBody, inHeader]);
  });

  it('says what the spec lacks when an answer is not in it', async () => {
    const { body } = await api.call('ListThings', {});
    expect(body['Message']).toContain('x-acs-gateway-errors has no answer');
  });
});
