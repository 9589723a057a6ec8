import type { NamedSchema, Operation, Property, Source } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import {
  requestDeclaration,
  resultDeclaration,
  schemaDeclaration,
  sourceFile,
  typeNamesOf,
  type TypeDeclaration,
} from '../src/index.ts';
import { operationOf } from './support/models.ts';
import { typeCheck } from './support/type-check.ts';

const source: Source = {
  page: { id: 'p', title: 'Page', url: 'https://example.com/p', level: 'documented' },
  section: 'Request parameters',
  row: 'ImageId',
  place: { file: 'openapi.yaml', pointer: '/paths/~1Act/post/parameters/0' },
};

const names = typeNamesOf({ schemas: [{ name: 'Item', typeName: 'ItemModel' }] });

/** The printed text of declarations, without the file's header. */
function print(...statements: readonly TypeDeclaration[]): string {
  return sourceFile({ path: 'a.ts', generator: 'g', statements }).content.replace(/^\/\/.*\n\n/, '');
}

const operation = (properties: readonly Property[], given: Partial<Operation> = {}): Operation =>
  operationOf({ request: { kind: 'object', properties, additional: false }, ...given });

describe('requests', () => {
  it('are interfaces documented from the spec', () => {
    const text = print(
      requestDeclaration(
        operation(
          [
            {
              name: 'ImageId',
              required: true,
              schema: {
                kind: 'string',
                description: 'The image.',
                minLength: 1,
                maxLength: 64,
                patternText: 'contain only ASCII characters',
                example: 'm-1',
                deprecated: true,
                source,
              },
            },
            {
              name: 'Operation',
              required: false,
              schema: { kind: 'enum', values: ['Share'], valueDescriptions: { Share: 'Share it' } },
            },
          ],
          { summary: 'Acts on an image.', source },
        ),
        names,
      ),
    );
    expect(text).toBe(`/**
 * Parameters of Act.
 *
 * Acts on an image.
 *
 * Documented: Page, Request parameters, ImageId (https://example.com/p)
 */
export interface ActRequest {
  /**
   * The image.
   *
   * Limits: 1 to 64 characters; must contain only ASCII characters.
   *
   * Example: \`"m-1"\`
   *
   * Documented: Page, Request parameters, ImageId (https://example.com/p)
   *
   * @deprecated
   */
  readonly ImageId: string;
  /**
   * Values: \`Share\`: Share it.
   */
  readonly Operation?: 'Share' | undefined;
}
`);
  });
});

describe('results and schemas', () => {
  it('are an interface where the schema is an object, an alias otherwise', () => {
    const object = {
      kind: 'object',
      properties: [{ name: 'a', required: true, schema: { kind: 'string' } }],
    } as const;
    const declarations: readonly NamedSchema[] = [
      { name: 'A', typeName: 'A', schema: { ...object, additional: true, description: 'An A.' } },
      { name: 'B', typeName: 'B', schema: { ...object, additional: true, nullable: true } },
      { name: 'C', typeName: 'C', schema: { ...object, additional: { kind: 'string' } } },
      {
        name: 'D',
        typeName: 'D',
        schema: { kind: 'array', items: { kind: 'reference', name: 'Item' }, maxItems: 2 },
      },
    ];
    expect(print(...declarations.map((each) => schemaDeclaration(each, names)))).toBe(`/**
 * An A.
 */
export interface A {
  readonly a: string;
}

export type B = { readonly a: string } | null;
export type C = { readonly a: string } & { readonly [name: string]: unknown };
/**
 * Limits: at most 2 items.
 */
export type D = readonly ItemModel[];
`);
  });

  it('name the answer after the operation', () => {
    expect(
      print(resultDeclaration(operationOf({ result: { kind: 'reference', name: 'Item' } }), names)),
    ).toContain('export type ActResult = ItemModel;');
  });
});

describe('odd names', () => {
  it('give declarations that type-check', () => {
    const odd = [
      '__proto__',
      'constructor',
      'class',
      '1st',
      'a.b-c',
      "it's",
      '',
      ' ',
      '*/',
      'new',
      '数据',
      '\u2028',
    ];
    const properties = odd.map((name): Property => ({
      name,
      required: true,
      schema: { kind: 'string', description: `${name} */ @x` },
    }));
    const text = print(requestDeclaration(operation(properties), names));
    const use = `\nexport const names: readonly (keyof ActRequest)[] = ${JSON.stringify(odd)};\n`;
    expect(typeCheck({ 'a.ts': text + use })).toBe('');
  });
});
