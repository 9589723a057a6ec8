import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../src/compile.ts';
import { guard } from '../src/edit/guard.ts';
import { editParameter, editShared } from '../src/edit/index.ts';
import { fasterPattern } from '../src/edit/patterns.ts';
import { runEdits } from '../src/edit/run.ts';
import { parseFunction } from '../src/edit/syntax.ts';

const options = {
  functionNames: new Map<string, string>(),
  patternTexts: new Map([['^a$', 'be the letter a']]),
  formatFunctions: ['isDate'],
} as const;

const compile = (schema: Parameters<ReturnType<typeof createCompiler>['compile']>[0]) =>
  editShared(createCompiler().compile(schema), 'check', options);

describe('edits', () => {
  it('turn a schema into one plain function', () => {
    const { code, patterns, uses } = compile({ type: 'string', maxLength: 2, pattern: '^a$' });
    expect(code).toBe(
      [
        'export function check(data, out, path) {',
        '    if (typeof data === "string") {',
        '        if (data.length > 2 && codePoints(data) > 2) {',
        '            out.add([...path], "maxLength", 2, codePoints(data));',
        '        }',
        '        else {',
        '            if (!pattern0_check.test(data)) {',
        '                out.add([...path], "pattern", "be the letter a", data);',
        '            }',
        '        }',
        '    }',
        '    else {',
        '        out.add([...path], "type", "string", typeOf(data));',
        '    }',
        '}',
      ].join('\n'),
    );
    expect([...patterns]).toEqual([['pattern0_check', /^a$/u]]);
    expect(uses).toEqual(['codePoints', 'typeOf']);
  });

  it('refuse what they cannot make plain', () => {
    // Deep equality is loaded from ajv's own package.
    expect(() => compile({ const: { a: 1 } })).toThrow(/Cannot (?:write|evaluate)|still refers to/);
    expect(() => compile({ not: { type: 'string' } })).toThrow(/Was ajv upgraded/);
  });

  it('fail when one matches less often than it must', () => {
    const lazy = { name: 'lazy', expects: ts.isReturnStatement, apply: (node: ts.Node) => node };
    const root = parseFunction('function f() { return 1; }');
    expect(() => runEdits(root, [lazy])).toThrow(
      'The edit "lazy" of ajv\'s code matched 0 times instead of 1.',
    );
  });
});

const check = (body: string): readonly string[] =>
  guard([parseFunction(`function f(data) { ${body} }`)], new Set(['own']), ['pattern0_check']);

describe('guard', () => {
  it('knows parameters, variables, constants and support functions', () => {
    expect(check('const a = data.require; if (pattern0_check.test(a)) return own.call(data, a);')).toEqual([
      'own',
    ]);
  });

  it.each([
    'require("ajv")',
    'eval(data)',
    'new Function(data)',
    'import("x")',
    'schema6.properties',
    'globalThis.eval',
  ])('stops %s', (code) => {
    expect(() => check(`${code};`)).toThrow('still refers to');
  });
});

describe('patterns', () => {
  it.each([
    ['^[a-z]*$', ''],
    ['^[^a-z]+$', ''],
    [String.raw`^[\]x\x00-\x7F]*$`, ''],
    [String.raw`^[\W]*$`, ''],
    [String.raw`^[\p{L}]*$`, 'u'],
    ['^[😀]*$', 'u'],
    ['^[a]*b*$', 'u'],
    ['^.$', 'u'],
  ])('%s has the flags "%s" and decides as before', (source, flags) => {
    const pattern = new RegExp(source, 'u');
    const edited = fasterPattern(pattern);
    expect([edited.source === pattern.source, edited.flags]).toEqual([flags === 'u', flags]);
    const letters = ['', 'a', 'b', 'az09', 'é', 'aé', '😀', 'a😀', '\ud83d', '\ude00', '\n', ' ', '-'];
    // Texts of all lengths around a step of four, with the letter at each end.
    const texts = letters.flatMap((letter) =>
      Array.from({ length: 10 }, (_, length) => [letter + 'a'.repeat(length), 'a'.repeat(length) + letter]),
    );
    for (const text of texts.flat()) expect(edited.test(text), JSON.stringify(text)).toBe(pattern.test(text));
  });
});

it('makes statements about a variable of a parameter, and a yes or no of them', () => {
  const place = { name: 'Data', variable: 'p_Data', secret: true };
  const schema = { type: 'object', required: ['data'], properties: { data: { enum: ['a'] } } };
  const edited = editParameter(createCompiler().compile(schema), place, options);
  expect(edited.code).toContain('out.add(["Data", "data"], "enum", ["a"]);');
  expect(edited.code).toContain(
    'Object.prototype.hasOwnProperty.call(p_Data, "data") ? p_Data.data : undefined',
  );
  expect(edited.accept?.refusesUndefined).toBe(true);
  expect(edited.accept?.code).not.toContain('out');
});
