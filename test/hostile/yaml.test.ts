import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticError, loadModel } from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/workspace.ts';
import { canary } from './support/syntax.ts';

/** Loads a text as a spec. Answers its faults; any other error than a diagnostic fails the test. */
function faultsOf(text: string): readonly string[] {
  const file = join(temporaryFolder(), 'openapi.yaml');
  writeFileSync(file, text);
  try {
    loadModel(file);
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ message }) => message);
  }
}

const withTitle = (title: string): string => `openapi: 3.1.0
info: { title: ${title}, version: '1' }
x-acs-product: shop
x-acs-version: '2020-06-01'
paths: {}
`;

const code = `globalThis.${canary}=1`;

/** CVE-2022-1471 (SnakeYAML), CVE-2013-4660 (js-yaml), CVE-2017-18342 (PyYAML): a tag that makes an object, or runs. */
describe('a tag that names a type of a programming language', () => {
  test.for([
    `!!js/function 'function () { ${code} }'`,
    `!<tag:yaml.org,2002:js/function> '() => ${code}'`,
    `{ toString: !!js/function 'function () { ${code} }' }`,
    `!!js/regexp /a/`,
    `!!javax.script.ScriptEngineManager [ !!java.net.URLClassLoader [[ !!java.net.URL ["http://127.0.0.1/"] ]] ]`,
    `!!python/object/apply:os.system [ 'touch ${canary}' ]`,
    `!ruby/object:Gem::Installer { i: x }`,
  ])('is a fault and makes nothing: %s', (title) => {
    expect(faultsOf(withTitle(title))).not.toEqual([]);
    expect(globalThis).not.toHaveProperty(canary);
  });
});

/** CVE-2023-2251, GHSA-f9xv-q969-pqx4 (yaml): an error with a place beyond the text ended the whole process. */
test.for([
  '- - - -\n - [\n',
  '"',
  "'",
  '{',
  '[\n',
  '%',
  '%YAML',
  '&',
  '*',
  '!',
  '? ',
  '|\n\t',
  '---\n...\n---\n{',
  '\t',
  '\0',
  '',
])('a text that the parser cannot read is a diagnostic: %j', (text) => {
  expect(faultsOf(text)).not.toEqual([]);
  expect(faultsOf(`${withTitle('a')}${text}`)).toEqual(expect.any(Array));
});

/** Keys that would set a prototype, also where a merge copies them. */
test('a merge of a prototype changes none', () => {
  faultsOf(
    withTitle(`{ <<: { __proto__: { ${canary}: 1 } }, constructor: { prototype: { ${canary}: 1 } } }`),
  );
  expect({}).not.toHaveProperty(canary);
});
