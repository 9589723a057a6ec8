import * as fc from 'fast-check';
import ts from 'ts-morph';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@swas/generator-model';
import { docComment, literal, propertyName, sourceFile, stringLiteral } from '../src/index.ts';

/** Names and texts that have broken generators. */
const hostile = [
  '__proto__',
  'constructor',
  "it's",
  '"',
  '\\',
  '`${process.exit()}`',
  '*/ process.exit(); /*',
  '</script><script>alert(1)</script>',
  '<!--',
  '\u2028\u2029',
  '\u202e',
  '\0',
  '\ud800',
  '// comment',
  "'; process.exit(); '",
];

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string());

/** Any JSON value with such names and texts. */
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((fields) => Object.fromEntries(fields)),
  ),
})).value;

/** The statements of a file, by kind. */
function kindsOf(content: string): readonly string[] {
  const project = new ts.Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile('a.ts', content);
  expect(project.getProgram().getSyntacticDiagnostics(file)).toEqual([]);
  return file.getStatements().map((statement) => statement.getKindName());
}

describe('literals', () => {
  it('give back the value that they were made from', () => {
    fc.assert(
      fc.property(json, (value) => {
        const evaluated: unknown = runInNewContext(`JSON.stringify(${literal(value)})`);
        expect(evaluated).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  it('hold nothing that ends a line, a script or hides text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(literal(value)).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff<]/);
      }),
    );
  });

  it.each([
    ["it's", String.raw`'it\'s'`],
    ['"a"', `'"a"'`],
    ['\\"', String.raw`'\\"'`],
    ['a\nb', String.raw`'a\nb'`],
    ['</script>', String.raw`'\u003c/script>'`],
  ])('of the text %j', (value, wanted) => {
    expect(stringLiteral(value)).toBe(wanted);
  });

  it.each([
    [{ a: 1, 'b-c': [null, true] }, "{ a: 1, 'b-c': [null, true] }"],
    [JSON.parse('{"__proto__":1}') as JsonValue, "{ ['__proto__']: 1 }"],
    [{}, '{}'],
    [[], '[]'],
    [-1.5e300, '-1.5e+300'],
  ])('of %j', (value, wanted) => {
    expect(literal(value)).toBe(wanted);
  });
});

describe('property names', () => {
  it.each([
    ['ImageId', 'ImageId'],
    ['$a_1', '$a_1'],
    ['class', 'class'],
    ['1st', "'1st'"],
    ['a.b-c', "'a.b-c'"],
    ['', "''"],
    ['__proto__', "'__proto__'"],
  ])('%j', (name, wanted) => {
    expect(propertyName(name)).toBe(wanted);
  });
});

describe('comments', () => {
  it('cannot be left, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (paragraphs, name) => {
        const { content } = sourceFile({
          path: 'a.ts',
          generator: 'g',
          statements: [
            {
              kind: ts.StructureKind.Interface,
              name: 'A',
              docs: [{ description: `\n${docComment(...paragraphs)}` }],
              properties: [{ name: propertyName(name), type: 'string', docs: [docComment(...paragraphs)] }],
            },
          ],
        });
        expect(kindsOf(content)).toEqual(['InterfaceDeclaration']);
        expect(content).not.toMatch(/<\/script|<!--/i);
      }),
      { numRuns: 60 },
    );
  });

  it('keep every word', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.:/]{1,150}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(docComment(words.join(' ')).split(/\s/)).toEqual(words);
      }),
    );
  });

  it('are wrapped, with paragraphs apart and empty ones left out', () => {
    const long = Array.from({ length: 30 }, () => 'word').join(' ');
    const lines = docComment('First.', undefined, ' ', long).split('\n');
    expect(lines.slice(0, 2)).toEqual(['First.', '']);
    expect(lines.slice(2).map((line) => line.length)).toEqual([99, 49]);
  });

  it.each([
    ['a */ b', 'a *\u200b/ b'],
    ['@deprecated', '\\@deprecated'],
    ['a </SCRIPT> b', 'a <\u200b/SCRIPT> b'],
    ['a\u001b[2Jb', 'a [2Jb'],
    ['a\u202eb', 'a b'],
  ])('of %j', (given, wanted) => {
    expect(docComment(given)).toBe(wanted);
  });
});
