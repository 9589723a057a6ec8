import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { skipWithout } from '../support/requirement.ts';
import { root } from '../support/workspace.ts';
import { casesFor, document, readJson } from './cases.ts';

test('the file is what its schema says', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const validate = ajv.compile(readJson('cases.schema.json') as object);
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('ids are unique, and every kind of implementation has its cases', () => {
  const ids = document.cases.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const kind of ['client', 'signer', 'validator', 'server'] as const)
    expect(casesFor(kind).length).toBeGreaterThan(25);
});

test('Python computes the same signatures, those that others published included', async (context) => {
  const program = ['test/cases/signatures.py'];
  const probe = await run('python3', ['--version']).catch(() => undefined);
  skipWithout(context, probe?.exitCode === 0 ? undefined : 'There is no python3 on the PATH.');
  const { exitCode, stdout, stderr } = await run('python3', program, root);
  expect(exitCode, stderr).toBe(0);
  const signatures = document.cases.flatMap((one) => one.signatures).length;
  expect(stdout).toContain(`${signatures + document.published.length} signatures computed`);
});
