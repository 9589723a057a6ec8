import { assert, constantFrom, property, string } from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../src/compile.ts';
import { guard } from '../src/edit/guard.ts';
import { editFunction } from '../src/edit/index.ts';
import { forbidden } from '../src/edit/patterns.ts';
import { runEdits } from '../src/edit/run.ts';
import { parseFunction } from '../src/edit/syntax.ts';

const options = {
  functionNames: new Map<string, string>(),
  patternTexts: new Map([['^a$', 'be the letter a']]),
  formatFunctions: ['isDate'],
  kind: { shared: 'check' },
} as const;

const compile = (schema: Parameters<ReturnType<typeof createCompiler>['compile']>[0]) =>
  editFunction(createCompiler().compile(schema), options);

describe('edits', () => {
  it('turn a schema into one plain function', () => {
    const { code, patterns, uses, keywords } = compile({ type: 'string', maxLength: 2, pattern: '^a$' });
    expect(code).toBe(
      [
        'export function check(data, out, path) {',
        '    if (typeof data === "string") {',
        '        if (data.length > 2 && codePoints(data) > 2) {',
        '            out.add([...path], "maxLength", 2, data);',
        '        }',
        '        else {',
        '            if (!pattern0.test(data)) {',
        '                out.add([...path], "pattern", "be the letter a", data);',
        '            }',
        '        }',
        '    }',
        '    else {',
        '        out.add([...path], "type", "string", data);',
        '    }',
        '}',
      ].join('\n'),
    );
    expect([...patterns]).toEqual([['pattern0', /^a$/u]]);
    expect(uses).toEqual(['codePoints']);
    expect(keywords.toSorted()).toEqual(['maxLength', 'pattern', 'type']);
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
  guard(parseFunction(`function f(data) { ${body} }`), new Set(['own']), ['pattern0']);

describe('guard', () => {
  it('knows parameters, variables, constants and support functions', () => {
    expect(check('const a = data.require; if (pattern0.test(a)) return own.call(data, a);')).toEqual(['own']);
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

const classes = [
  String.raw`^[\x00-\x7F]*$`,
  '^[a-z0-9]*$',
  '^[^a]*$',
  String.raw`^[\p{L}]*$`,
  '^[😀]*$',
  String.raw`^[\W]*$`,
];

describe('patterns', () => {
  it('are turned round where a text consists of one class of characters', () => {
    const { code, patterns } = compile({ type: 'string', pattern: '^[a-z]*$' });
    expect([...patterns]).toEqual([['pattern0', /[^a-z]/]]);
    expect(code).toContain('if (pattern0.test(data))');
  });

  it.each([
    ['^[^a-z]*$', /[a-z]/],
    [String.raw`^[\]x]*$`, /[^\]x]/],
    [String.raw`^[\p{L}😀]*$`, /[^\p{L}😀]/u],
    ['^[a]+$', undefined],
    ['^[a]*b*$', undefined],
    ['[a]*', undefined],
  ])('%s forbids %s', (source, expected) => {
    expect(forbidden(new RegExp(source, 'u'))).toEqual(expected);
  });

  it('decide as they did before', () => {
    assert(
      property(constantFrom(...classes), string({ unit: 'binary', maxLength: 8 }), (source, text) => {
        const pattern = new RegExp(source, 'u');
        expect(forbidden(pattern)?.test(text)).toBe(!pattern.test(text));
      }),
    );
  });
});
