import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkForOtherTools, DiagnosticError, loadModel } from '../../src/index.ts';
import { writeFolder, type Files } from '../support/load.ts';
import { operationSpec } from '../support/spec-text.ts';

/** What another tool must not be given, by message. The model itself loads all of these specs. */
function faults(files: Files): readonly string[] {
  const spec = join(writeFolder(files), 'openapi.yaml');
  expect(() => loadModel(spec)).not.toThrow();
  try {
    checkForOtherTools(spec);
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics.map(({ message }) => message);
    throw error;
  }
}

const spec = (rest: string): string => `${operationSpec('')}\n${rest}\n`;
const url = 'http://127.0.0.1:9/a.yaml';

describe('what the model passes over and other tools follow', () => {
  it.each([
    ...'responses parameters examples requestBodies headers securitySchemes links callbacks pathItems schemas'
      .split(' ')
      .map((kind): [string, string] => [
        `an unused one of ${kind}`,
        `components: { ${kind}: { A: { $ref: '${url}' } } }`,
      ]),
    ['an extension', `x-any: { list: [{ deep: { $ref: '${url}' } }] }`],
    ['a tag', `tags: [{ name: a, x-docs: { $ref: '${url}' } }]`],
    ['an example kept elsewhere', `components: { examples: { A: { externalValue: '${url}' } } }`],
    ['a base for other addresses', `components: { schemas: { A: { $id: '${url}' } } }`],
    ['a dynamic reference', `components: { schemas: { A: { $dynamicRef: '${url}' } } }`],
    [
      'a discriminator',
      `components: { schemas: { A: { discriminator: { propertyName: a, mapping: { a: '${url}' } } } } }`,
    ],
    ['an alias', `x-a: &a { $ref: '${url}' }`],
    ['an escaped key', `x-a: { "\\x24ref": '${url}' }`],
  ])('is refused with an address: %s', (_place, rest) => {
    expect(faults({ 'openapi.yaml': spec(rest) })).toEqual([`\`$ref\` to a URL: ${url}`]);
  });

  it.each(['../secret.yaml', '/etc/passwd', '%2e%2e/secret.yaml', '..%2fsecret.yaml', '%2Fetc/passwd'])(
    'is refused with a path out of the folder: %s',
    (path) => {
      expect(faults({ 'openapi.yaml': spec(`x-any: { $ref: '${path}#/A' }`) })).toEqual([
        `\`$ref\` leads out of the spec's folder: ${path}#/A`,
      ]);
    },
  );

  it.each(['//host/a.yaml', String.raw`\\host\share\a.yaml`, '%5C%5Chost/a.yaml'])(
    'is refused with the name of a machine: %s',
    (path) => {
      expect(faults({ 'openapi.yaml': spec(`x-any: { $ref: '${path}' }`) })).toEqual([
        `\`$ref\` to a URL: ${path}`,
      ]);
    },
  );

  it('is looked for in files that only such a reference names', () => {
    const parts = `A: { $ref: './more#/B' }`;
    const more = `B: { $ref: '${url}' }`;
    const found = faults({ 'openapi.yaml': spec("x-a: { $ref: 'parts.yaml' }"), 'parts.yaml': parts, more });
    expect(found).toEqual([`\`$ref\` to a URL: ${url}`]);
  });

  it('may not lead out by a link', () => {
    const folder = writeFolder({ 'openapi.yaml': spec("x-a: { $ref: 'parts.yaml' }") });
    symlinkSync(join(writeFolder({ 'secret.yaml': 'A: 1' }), 'secret.yaml'), join(folder, 'parts.yaml'));
    expect(() => checkForOtherTools(join(folder, 'openapi.yaml'))).toThrow(/leads out of the spec's folder/);
  });

  it('passes when it stays in the folder, or leads nowhere', () => {
    const rest = `x-a: { $ref: 'parts.yaml#/A' }\nx-b: { $ref: '#/x-a' }\nx-c: { $ref: absent.yaml }\nx-d: { $ref: [a] }`;
    expect(faults({ 'openapi.yaml': spec(rest), 'parts.yaml': 'A: { $ref: openapi.yaml }' })).toEqual([]);
  });

  it('tells which files the tool needs, the spec first', () => {
    const files = {
      'openapi.yaml': spec("x-a: { $ref: 'a%20b.yaml#/A' }"),
      'a b.yaml': 'A: 1',
      'c.yaml': 'C: 1',
    };
    const folder = writeFolder(files);
    const needed = ['openapi.yaml', 'a b.yaml'].map((name) => join(folder, name));
    expect(checkForOtherTools(join(folder, 'openapi.yaml'))).toEqual(needed);
  });
});
