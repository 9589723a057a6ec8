import * as fc from 'fast-check';
import {
  booleans,
  integers,
  jsonShapes,
  listOf,
  mapOf,
  nodeSchema,
  numbers,
  objects,
  scalars,
  type Shape,
} from './shapes.ts';

/** One parameter as a spec says it, with what makes values for it. */
export interface RandomParameter {
  readonly definition: object;
  readonly values: fc.Arbitrary<unknown>;
}

/** Names between the dots of a flattened parameter. */
const flatName = fc.constantFrom('Id', 'name', 'B-c', '3d', 'class', 'constructor', 'toString');

/** What can be flattened without loss: nothing empty, no `null`, a depth that ends. */
const { shape: flatShapes } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalars,
    fc.tuple(tie('shape'), fc.integer({ min: 1, max: 4 })).map(([item, max]) => listOf(item, 1, max)),
    tie('shape').map((value) => mapOf(value, 1, flatName)),
    objects(tie('shape'), flatName),
  ),
}));
const containers = fc.oneof(
  fc.tuple(flatShapes, fc.integer({ min: 1, max: 4 })).map(([item, max]) => listOf(item, 1, max)),
  objects(flatShapes, flatName),
);

/** An empty text or a comma could not be told from what stands around it. */
const withoutComma: Shape = {
  schema: { type: 'string', pattern: '^[^,]+$' },
  values: fc.string({ unit: fc.constantFrom(...'aZ ü😀"%&=+.'), minLength: 1, maxLength: 5 }),
};

const plain = scalars.map(({ schema, values }) => ({ definition: { schema }, values }));
const json = jsonShapes.map(({ schema, values }) => ({
  definition: { schema: { type: 'string', contentMediaType: 'application/json', contentSchema: schema } },
  values,
}));
const comma = fc
  .tuple(fc.oneof(fc.constant(withoutComma), integers, numbers, booleans), fc.integer({ min: 1, max: 5 }))
  .map(([item, max]) => listOf(item, 1, max))
  .map(({ schema, values }) => ({ definition: { style: 'form', explode: false, schema }, values }));
const flat = containers.map(({ schema, values }) => ({
  definition: { 'x-acs-style': 'flat', schema },
  values,
}));

/** Three of four parameters travel as JSON text, since that is where schemas can be anything. */
export const parameters: fc.Arbitrary<RandomParameter> = fc.oneof(
  { weight: 3, arbitrary: json },
  plain,
  comma,
  { weight: 2, arbitrary: flat },
);

/** A spec with one operation per list of parameters: `Operation0` with `P0`, `P1`, … */
export function specOf(operations: readonly (readonly RandomParameter[])[]): object {
  const paths = operations.map((list, index) => [
    `/Operation${index}`,
    {
      post: {
        operationId: `Operation${index}`,
        summary: 'Random.',
        parameters: list.map(({ definition }, position) => ({
          name: `P${position}`,
          in: 'query',
          ...definition,
        })),
        responses: {
          200: {
            description: 'Done.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['RequestId'],
                  properties: { RequestId: { type: 'string' } },
                },
                example: { RequestId: 'a' },
              },
            },
          },
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Random', version: '1' },
    'x-acs-product': 'random',
    'x-acs-version': '2020-06-01',
    servers: [{ url: 'http://127.0.0.1:8080', description: 'Façade.', 'x-acs-network': 'facade' }],
    paths: Object.fromEntries(paths),
    components: { schemas: { Node: nodeSchema } },
  };
}
