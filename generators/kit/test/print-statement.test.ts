import * as fc from 'fast-check';
import { IndentationText, Project, QuoteKind, type StatementStructures } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { render } from '../src/generate.ts';
import { sourceFile, StructureKind, VariableDeclarationKind, type Statement } from '../src/index.ts';
import { modelOf } from './support/models.ts';

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
});

/** The same statements as ts-morph prints them. */
function printedByTsMorph(statements: readonly Statement[]): string {
  // The shapes are the same; ours are read-only.
  const structures = statements as unknown as (StatementStructures | string)[];
  return project.createSourceFile('/a.ts', { statements: structures }, { overwrite: true }).getFullText();
}

async function formatted(content: string): Promise<string> {
  const generator = { name: 'g', emit: () => [{ path: 'a.ts', content }] };
  return (await render(generator, modelOf())).get('a.ts') ?? '';
}

const isExported = fc.boolean();
const name = fc.constantFrom('a', 'Item', '$of');
const type = fc.constantFrom('string', "'a' | 'b'", '{ readonly a?: number }', 'readonly (A | B)[]');
const line = fc.constantFrom('', 'Some words.', '- `a`: b', '@throws {Error}');
const description = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
const docs = fc.array(
  fc.oneof(
    description.filter((text) => text.trim() !== '').map((text) => ({ description: `\n${text}` })),
    fc.constantFrom('One line.', { description: 'One line.' }),
  ),
  { maxLength: 1 },
);
const parameters = fc.uniqueArray(fc.record({ name, type, hasQuestionToken: fc.constant(false) }), {
  selector: ({ name: key }) => key,
});
const statements = fc.array(fc.constantFrom('return undefined;', 'if (a) { b(); }', 'call(1, 2);'));
const callable = { name, docs, parameters, returnType: type, statements };

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.constantFrom(
    'export {};',
    'export function f() {\n  return 1;\n}',
    '/** Text. */\nexport const a = { b };',
  ),
  fc.record({
    kind: fc.constant(StructureKind.Interface),
    name,
    isExported,
    docs,
    extends: fc.array(fc.constantFrom('A', 'B'), { minLength: 1, maxLength: 2 }),
    properties: fc.array(
      fc.record({ name, isReadonly: isExported, hasQuestionToken: isExported, type, docs }),
    ),
  }),
  fc.record({ kind: fc.constant(StructureKind.TypeAlias), name, isExported, docs, type }),
  fc.record({ kind: fc.constant(StructureKind.Function), isExported, ...callable }),
  fc.record({
    kind: fc.constant(StructureKind.Class),
    name,
    isExported,
    docs,
    extends: fc.constant('Base'),
    methods: fc.array(fc.record(callable)),
  }),
  fc.record({
    kind: fc.constant(StructureKind.VariableStatement),
    isExported,
    docs,
    declarationKind: fc.constant(VariableDeclarationKind.Const),
    declarations: fc.tuple(
      fc.record({ name, type, initializer: fc.constantFrom('1', '[a,\nb]', "{ 'a b': `x` }") }),
    ),
  }),
  fc.record({
    kind: fc.constant(StructureKind.ImportDeclaration),
    isTypeOnly: fc.boolean(),
    namedImports: fc.array(fc.oneof(name, fc.record({ name, alias: fc.constant('b') })), { minLength: 1 }),
    moduleSpecifier: fc.constantFrom('./a.ts', '@swas/runtime'),
  }),
);

describe('printed statements', () => {
  it('are, once formatted, what ts-morph prints of the same structures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 6 }), async (given) => {
        const { content } = sourceFile({ path: 'a.ts', generator: 'g', statements: given });
        const body = content.replace(/^\/\/.*\n\n/, '');
        expect(await formatted(body)).toBe(await formatted(printedByTsMorph(given)));
      }),
    );
  });
});
