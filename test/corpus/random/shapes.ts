import * as fc from 'fast-check';

/** A schema as a spec says it, with what makes values that it allows. */
export interface Shape {
  readonly schema: object;
  readonly values: fc.Arbitrary<unknown>;
}

/** Characters of one code point each, so that a count of them is a length in the sense of JSON Schema. */
const character = fc.constantFrom(...'aZ9 üß日😀"\'\\`$*/%&=+~,.{}[]<>\n\u2028');

/** Names of properties that have to be quoted, hide something inherited or look like code. */
const propertyName = fc.constantFrom(
  'Id',
  'name',
  'B-c',
  '3d',
  'a.b',
  'class',
  'constructor',
  'toString',
  'hasOwnProperty',
  "it's",
  '"',
  '`${1}`',
  '*/',
  'ü',
  '',
);

const noNegativeZero = (value: number): number => (Object.is(value, -0) ? 0 : value);

export const texts: fc.Arbitrary<Shape> = fc.tuple(fc.nat(3), fc.nat(6)).map(([minLength, more]) => ({
  schema: { type: 'string', minLength, maxLength: minLength + more },
  values: fc.string({ unit: character, minLength, maxLength: minLength + more }),
}));

export const integers: fc.Arbitrary<Shape> = fc.tuple(fc.integer(), fc.nat(1_000)).map(([minimum, more]) => ({
  schema: { type: 'integer', minimum, maximum: minimum + more },
  values: fc.integer({ min: minimum, max: minimum + more }),
}));

export const numbers: fc.Arbitrary<Shape> = fc.constant({
  schema: { type: 'number' },
  values: fc.double({ noNaN: true, noDefaultInfinity: true }).map(noNegativeZero),
});

export const booleans: fc.Arbitrary<Shape> = fc.constant({
  schema: { type: 'boolean' },
  values: fc.boolean(),
});

export const enums: fc.Arbitrary<Shape> = fc
  .oneof(
    fc.uniqueArray(fc.string({ unit: character, minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }),
  )
  .map((values) => ({ schema: { enum: values }, values: fc.constantFrom<string | number>(...values) }));

export const scalars: fc.Arbitrary<Shape> = fc.oneof(texts, integers, numbers, booleans, enums);

/** A list of what another shape describes. */
export const listOf = ({ schema, values }: Shape, minItems: number, maxItems: number): Shape => ({
  schema: { type: 'array', minItems, maxItems, items: schema },
  values: fc.array(values, { minLength: minItems, maxLength: maxItems }),
});

/** A map whose values another shape describes. */
export const mapOf = (
  { schema, values }: Shape,
  minProperties: number,
  key: fc.Arbitrary<string>,
): Shape => ({
  schema: { type: 'object', minProperties, additionalProperties: schema },
  values: fc.dictionary(key, values, { minKeys: minProperties, maxKeys: 3, noNullPrototype: true }),
});

/** An object with the given properties; the first is always there. */
export function objectOf(properties: readonly (readonly [string, Shape])[], open: boolean): Shape {
  const [first] = properties;
  const required = first === undefined ? [] : [first[0]];
  const schemas = Object.fromEntries(properties.map(([name, { schema }]) => [name, schema]));
  const model = Object.fromEntries(properties.map(([name, { values }]) => [name, values]));
  return {
    schema: {
      type: 'object',
      required,
      properties: schemas,
      ...(open ? {} : { additionalProperties: false }),
    },
    values: fc.record(model, { requiredKeys: required, noNullPrototype: true }),
  };
}

/** An object with some properties that are described by `inner`. */
export function objects(
  inner: fc.Arbitrary<Shape>,
  name: fc.Arbitrary<string> = propertyName,
): fc.Arbitrary<Shape> {
  const property = fc.tuple(name, inner);
  const properties = fc.uniqueArray(property, { selector: ([key]) => key, minLength: 1, maxLength: 4 });
  return fc.tuple(properties, fc.boolean()).map(([list, open]) => objectOf(list, open));
}

/** Any JSON, for schemas that say nothing. */
const anything: Shape = {
  schema: {},
  values: fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string({ unit: character }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(propertyName, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value,
};

/** `null` beside what a shape describes. */
const orNull = ({ schema, values }: Shape): Shape => ({
  schema: { oneOf: [schema, { type: 'null' }] },
  values: fc.option(values),
});

/** Exactly one of shapes that no value can have at once. */
const oneOf = (shapes: readonly Shape[]): Shape => ({
  schema: { oneOf: shapes.map(({ schema }) => schema) },
  values: fc.oneof(...shapes.map(({ values }) => values)),
});

const anyOf = (shapes: readonly Shape[]): Shape => ({
  ...oneOf(shapes),
  schema: { anyOf: shapes.map(({ schema }) => schema) },
});

/** Two objects at once, whose properties do not meet. */
const both = ([first, second]: readonly [Shape, Shape]): Shape => ({
  schema: { allOf: [first.schema, second.schema] },
  values: fc.tuple(first.values, second.values).map(([a, b]) => ({ ...(a as object), ...(b as object) })),
});

/** The component that refers to itself: `{ Value, Next?, Children? }`. */
export const nodeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['Value'],
  properties: {
    Value: { type: 'integer' },
    Next: { $ref: '#/components/schemas/Node' },
    Children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
  },
};
const node: Shape = {
  schema: { $ref: '#/components/schemas/Node' },
  values: fc
    .letrec((tie) => ({
      node: fc.record(
        {
          Value: fc.integer(),
          Next: fc.option(tie('node'), { depthSize: 'small', maxDepth: 3, nil: undefined }),
          Children: fc.option(fc.array(tie('node'), { maxLength: 2 }), {
            depthSize: 'small',
            maxDepth: 3,
            nil: undefined,
          }),
        },
        { requiredKeys: ['Value'], noNullPrototype: true },
      ),
    }))
    .node.map((value) => JSON.parse(JSON.stringify(value)) as unknown),
};

/** Every kind of schema, nested in each other: what JSON text may hold. */
export const { shape: jsonShapes } = fc.letrec<{ shape: Shape }>((tie) => {
  const inner = tie('shape');
  const open = (prefix: string): fc.Arbitrary<Shape> =>
    fc.tuple(inner, inner).map(([a, b]) =>
      objectOf(
        [
          [`${prefix}1`, a],
          [`${prefix}2`, b],
        ],
        true,
      ),
    );
  return {
    shape: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      scalars,
      fc.constantFrom(anything, node),
      fc
        .tuple(inner, fc.nat(1), fc.integer({ min: 1, max: 4 }))
        .map(([item, min, max]) => listOf(item, min, max)),
      inner.map((value) => mapOf(value, 0, propertyName)),
      objects(inner),
      inner.map(orNullUnlessNull),
      fc.tuple(texts, integers, objects(inner)).map(oneOf),
      fc.tuple(inner, inner).map(anyOf),
      fc.tuple(open('a'), open('b')).map(both),
    ),
  };
});

/** `null` twice would match two members of `oneOf`. */
function orNullUnlessNull(shape: Shape): Shape {
  return /"null"|\{\}|anyOf/.test(JSON.stringify(shape.schema)) ? shape : orNull(shape);
}
