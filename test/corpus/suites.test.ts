import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { generator as contractTests } from '@swas/generator-contract-tests';
import { generator as gateway } from '@swas/generator-mock-gateway';
import { afterAll, expect, test } from 'vitest';
import { root } from '../support/workspace.ts';
import { loadFeatures } from './support/features.ts';
import { typecheck } from './support/packages.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-suites-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the emitted data of a package beside the code that it is written against: paths below the package's sources. */
function writeData(
  target: string,
  name: string,
  code: readonly string[],
  files: readonly { path: string; content: string }[],
): void {
  mkdirSync(join(target, 'src/generated'), { recursive: true });
  for (const path of code) {
    const file = join(target, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    const original = relative(dirname(file), join(root, 'packages', name, 'src', path));
    writeFileSync(file, `export * from '${original}';\n`);
  }
  // What runs the cases needs the whole package; the data alone shows that they fit their types.
  for (const { path, content } of files.filter((each) => !each.path.endsWith('.contract.ts')))
    writeFileSync(join(target, 'src/generated', path), content);
}

const suiteCode = [
  'contract-case.ts',
  'operation/catalogue-of.ts',
  'operation/gateway-suite.ts',
  'operation/operation-suite.ts',
];

test('the contract cases and the gateway catalogue of every feature fit their types', async () => {
  for (const { name, model } of loadFeatures()) {
    const suite = contractTests.emit(model);
    expect(suite.length, name).toBeGreaterThan(model.operations.length);
    writeData(join(folder, name, 'contract-tests'), 'contract-tests', suiteCode, suite);
    writeData(join(folder, name, 'mock-gateway'), 'mock-gateway', ['catalogue.ts'], gateway.emit(model));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  expect(await typecheck(folder)).toBe('');
}, 240_000);
