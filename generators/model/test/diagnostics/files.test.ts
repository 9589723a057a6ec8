import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic, loadModel } from '../../src/index.ts';
import { errorOf, faultsOf, load, writeFolder } from '../support/load.ts';
import { answerSpec, operationSpec } from '../support/spec-text.ts';

const readable = 'a readable YAML or JSON file';

/** The faults of a spec given as text. */
const faults = (spec: string) => faultsOf(join(writeFolder({ 'openapi.yaml': spec }), 'openapi.yaml'));

describe('files', () => {
  it('reports a spec that does not exist, by the path given', () => {
    const path = join(writeFolder({}), 'none.yaml');
    expect(faultsOf(path)).toEqual([
      {
        file: 'none.yaml',
        line: 1,
        column: 1,
        message: 'the file cannot be read (ENOENT)',
        expected: readable,
        hint: 'check the path',
      },
    ]);
  });

  it('reports a folder in place of a spec', () => {
    const [fault] = faultsOf(writeFolder({}));
    expect(fault).toMatchObject({ message: 'this is no file', hint: 'give the path of a file' });
  });

  it('reports a folder in place of a referenced file', () => {
    const folder = writeFolder({ 'openapi.yaml': answerSpec('$ref: parts') });
    mkdirSync(join(folder, 'parts'));
    expect(faultsOf(join(folder, 'openapi.yaml'))).toMatchObject([
      { file: 'parts', message: 'this is no file' },
    ]);
  });

  it('does not follow a link out of the folder, for a file or for a folder', () => {
    const outside = writeFolder({ 'secret.yaml': 'A: { type: string }\n' });
    for (const [link, target, ref] of [
      ['link.yaml', join(outside, 'secret.yaml'), 'link.yaml#/A'],
      ['parts', outside, 'parts/secret.yaml#/A'],
    ] as const) {
      const folder = writeFolder({ 'openapi.yaml': answerSpec(`$ref: ${ref}`) });
      symlinkSync(target, join(folder, link));
      expect(faultsOf(join(folder, 'openapi.yaml'))).toMatchObject([
        { line: 17, message: `\`$ref\` leads out of the spec's folder: ${ref}` },
      ]);
    }
  });

  it('follows a link that stays in the folder, and a spec that is itself a link', () => {
    const folder = writeFolder({
      'openapi.yaml': answerSpec('$ref: link.yaml#/A'),
      'parts.yaml': 'A: { type: string }\n',
      'elsewhere/readme.txt': '',
    });
    symlinkSync(join(folder, 'parts.yaml'), join(folder, 'link.yaml'));
    symlinkSync(join(folder, 'openapi.yaml'), join(folder, 'elsewhere', 'spec.yaml'));
    expect(faultsOf(join(folder, 'openapi.yaml'))).toEqual([]);
    expect(faultsOf(join(folder, 'elsewhere', 'spec.yaml'))).toEqual([]);
  });

  it('reads a byte order mark and both kinds of line end, with the same places', () => {
    const good = operationSpec('summary: Text.');
    const broken = operationSpec('sumary: Text.');
    const [place] = faults(broken);
    expect(place).toMatchObject({ line: 8, column: 7 });
    for (const change of [
      (text: string): string => `\uFEFF${text}`,
      (text: string): string => text.replaceAll('\n', '\r\n'),
    ]) {
      expect(load(change(good))).toEqual(load(good));
      expect(faults(change(broken))).toEqual([place]);
    }
    expect(faults(`\uFEFF${good.replace('3.1.0', '3.0.0')}`)).toMatchObject([{ line: 1, column: 10 }]);
  });

  it('reads a spec in JSON', () => {
    const spec = JSON.stringify({
      openapi: '3.1.0',
      'x-acs-product': 'shop',
      'x-acs-version': '2020-06-01',
      paths: { '/Act': { post: { operationId: 'Act', responses: { 200: { description: 'Done.' } } } } },
    });
    expect(load(spec).operations.map(({ name }) => name)).toEqual(['Act']);
  });

  it('takes a version that looks like a date without quotes', () => {
    expect(load(operationSpec('').replace("'2020-06-01'", '2020-06-01')).version).toBe('2020-06-01');
  });
});

describe('what is thrown', () => {
  it('holds every fault of the file, printed with place, expectation and way to mend it', () => {
    const folder = writeFolder({ 'openapi.yaml': operationSpec('sumary: a\ndeprecated: 1\ntag: []') });
    const path = join(folder, 'openapi.yaml');
    const file = relative(process.cwd(), path);
    const { diagnostics, message } = errorOf(path);
    expect(diagnostics.map(({ line }) => line)).toEqual([8, 9, 10]);
    expect(message).toBe(diagnostics.map(formatDiagnostic).join('\n'));
    expect(message).toContain(
      `${file}:9:19: \`deprecated\` is \`1\`\n  expected: \`true\` or \`false\`\n  to mend it: replace it by \`true\` or \`false\``,
    );
  });

  it('names the file as the user can open it, from any working directory', () => {
    const folder = writeFolder({ 'openapi.yaml': 'a: [' });
    const before = process.cwd();
    try {
      process.chdir(folder);
      expect(() => loadModel('openapi.yaml')).toThrow(/^openapi\.yaml:1:/);
    } finally {
      process.chdir(before);
    }
  });
});
