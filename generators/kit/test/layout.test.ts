import * as fc from 'fast-check';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import type { Schema } from '@swas/generator-model';
import { FormattedText } from '../src/emitted-file.ts';
import {
  dataExpression,
  docComment,
  keepText,
  literal,
  literalKey,
  pageText,
  propertyName,
  StructureKind,
  typeExpression,
  VariableDeclarationKind,
  type Expression,
  type Statement,
} from '../src/index.ts';

/** Names of all lengths, so that lines end on both sides of where they are broken. */
const name = fc
  .tuple(fc.constantFrom('a', 'Of', '$', 'Zone2e'), fc.nat({ max: 70 }))
  .map(([start, length]) => start.padEnd(length, 'LongName'));
const dotted = fc.oneof(
  name,
  name.map((text) => `Models.${text}`),
);
const odd = fc.constantFrom(
  'a-b',
  '1',
  '__proto__',
  'constructor',
  "it's",
  'Tag.N',
  '',
  '数',
  '*/',
  'x\u2028',
);
const text = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.string() },
);

const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const nullable = fc.boolean();

const { schema } = fc.letrec<{ schema: Schema; list: Schema; object: Schema }>((tie) => ({
  list: fc.record({ kind: fc.constant('array'), items: tie('schema'), nullable }),
  object: fc.record({
    kind: fc.constant('object'),
    properties: fc.uniqueArray(fc.record({ name: text, required: fc.boolean(), schema: tie('schema') }), {
      maxLength: 4,
      selector: (property) => property.name,
    }),
    additional: fc.oneof({ weight: 3, arbitrary: fc.boolean() }, tie('schema')),
    nullable,
  }),
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ kind: fc.constantFrom('string', 'integer', 'null'), nullable }),
    dotted.map((of): Schema => ({ kind: 'reference', name: of })),
    fc.record({
      kind: fc.constant('enum'),
      values: fc.array(scalar, { minLength: 1, maxLength: 6 }),
      valueDescriptions: fc.constant({}),
      nullable,
    }),
    tie('list'),
    tie('object'),
    fc.record({
      kind: fc.constantFrom('union', 'intersection'),
      mode: fc.constant('one'),
      members: fc.array(tie('schema'), { minLength: 1, maxLength: 4 }),
      nullable,
    }) as fc.Arbitrary<Schema>,
  ) as fc.Arbitrary<Schema>,
}));

/** Every reference is called by its own name. */
const names = { get: (of: string) => of } as unknown as ReadonlyMap<string, string>;
const type = fc.oneof(
  dotted,
  schema.map((given) => typeExpression(given, names)),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    dotted,
    scalar.map((value) => literal(value)),
    fc.record({ items: fc.array(tie('expression'), { maxLength: 4 }) }),
    fc
      .uniqueArray(fc.tuple(text.map(literalKey), tie('expression')), {
        selector: ([key]) => key,
        maxLength: 4,
      })
      .map((fields) => ({ fields })),
    fc.record({ callee: dotted, arguments: fc.array(tie('expression'), { maxLength: 4 }) }),
  ),
}));

/** Data with texts that hold quotes, escapes and characters of other widths. */
const wide = fc
  .tuple(
    fc.nat({ max: 130 }),
    fc.array(fc.constantFrom('数', '"', "'", "'", '\\', '\u0080', 'e\u0301', '🙂'), { maxLength: 8 }),
  )
  .map(([length, odds]) => `${'n'.repeat(length)}${odds.join('')}`);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 2, arbitrary: wide },
    scalar,
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('four', 'fives')), tie('data'), { maxKeys: 4 }),
  ),
}));

/** Marks lists and objects at all depths as kept. */
function keepTexts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(keepTexts);
  return keepText(value);
}

const comment = fc.oneof(text, fc.lorem({ maxCount: 30 })).map((words) => docComment(words, words));
const docs = fc.array(
  comment.filter((words) => words !== '').map((words) => ({ description: `\n${words}` })),
  { maxLength: 1 },
);
const isExported = fc.boolean();
const parameters = fc.uniqueArray(fc.record({ name, type: dotted, hasQuestionToken: fc.constant(false) }), {
  selector: (parameter) => parameter.name,
});
const callable = {
  name,
  docs,
  parameters,
  returnType: fc.oneof(
    dotted,
    dotted.map((of) => `Promise<${of}>`),
  ),
  statements: fc.array(fc.record({ returns: expression }), { maxLength: 1 }),
};
const specifiers = fc.array(fc.oneof(name, fc.record({ name, alias: name })), { minLength: 1, maxLength: 4 });
const moduleSpecifier = name.map((path) => `./${path}.ts`);

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    kind: fc.constant(StructureKind.Interface),
    name,
    isExported,
    docs,
    properties: fc.array(
      fc.record({
        name: text.map(propertyName),
        isReadonly: fc.boolean(),
        hasQuestionToken: fc.boolean(),
        type,
        docs,
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant(StructureKind.TypeAlias), name, isExported, docs, type }),
  fc.record({ kind: fc.constant(StructureKind.Function), isExported, ...callable }),
  fc.record({
    kind: fc.constant(StructureKind.Class),
    name,
    isExported,
    docs,
    extends: dotted,
    methods: fc.array(fc.record(callable), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant(StructureKind.VariableStatement),
    isExported,
    docs,
    declarationKind: fc.constant(VariableDeclarationKind.Const),
    declarations: fc.tuple(
      fc.record(
        {
          name,
          type: dotted,
          initializer: fc.oneof(
            expression,
            data.map(dataExpression),
            data.map((value) => dataExpression(keepTexts(value))),
            fc.tuple(name, data).map(([callee, value]) => ({ callee, arguments: [dataExpression(value)] })),
          ),
        },
        { requiredKeys: ['name', 'initializer'] },
      ),
    ),
  }),
  fc.tuple(name, name, name).map(([callee, one, other]) => `${callee}(${one}, ${other});`),
  fc.record({
    kind: fc.constant(StructureKind.ImportDeclaration),
    isTypeOnly: fc.boolean(),
    namedImports: specifiers,
    moduleSpecifier,
  }),
  fc.record({ kind: fc.constant(StructureKind.ImportDeclaration), namespaceImport: name, moduleSpecifier }),
  fc.record({
    kind: fc.constant(StructureKind.ExportDeclaration),
    isTypeOnly: fc.boolean(),
    namedExports: specifiers,
    moduleSpecifier,
  }),
);

const settings = { printWidth: 110, singleQuote: true } as const;

/** What the formatter makes of a text; the text where it is no TypeScript, such as a name given twice. */
async function formatted(code: string): Promise<string> {
  const result = await format('a.ts', code, settings);
  return result.errors.length === 0 ? result.code : code;
}

describe('a page that says that it is formatted', () => {
  it('is left as it is by the formatter', async () => {
    const runs = Number(process.env['RUNS'] ?? 300);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 3 }), async (given) => {
        const page = pageText({ generator: 'g', statements: given });
        if (page instanceof FormattedText) count += 1;
        const expected = page instanceof FormattedText ? await formatted(`${page}`) : page;
        expect(`${page}`).toBe(expected);
      }),
      { numRuns: runs },
    );
    // Else this would show nothing.
    expect(count).toBeGreaterThan(runs / 10);
  }, 600_000);
});

const print = (value: unknown): string =>
  `${pageText({
    generator: 'g',
    statements: [
      {
        kind: StructureKind.VariableStatement,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [{ name: 'a', initializer: dataExpression(value) }],
      },
    ],
  })}`;

it('a long text goes to the line after its key, unless the key is short', async () => {
  const keys = ['a', 'of', 'url', 'four', 'fives', 'sixsix'];
  const code = print(keys.map((key) => ({ [key]: 'long '.repeat(30) })));
  expect(code).toBe(await formatted(code));
  expect(code).toContain('four: ');
  expect(code).toContain('fives:\n');
});

describe('kept text', () => {
  it('is the text that would be printed, wherever the data stands', () => {
    const property = fc.property(data, data, fc.boolean(), (one, other, isWithin) => {
      const place = (value: unknown): unknown => (isWithin ? { around: [value, other] } : [[other], value]);
      const kept = keepTexts(structuredClone(one));
      // It is kept from another place.
      print({ kept });
      expect(print(place(kept))).toBe(print(place(one)));
      expect(print(place(kept))).toBe(print(place(one)));
    });
    fc.assert(property, { numRuns: 300 });
  });
});
