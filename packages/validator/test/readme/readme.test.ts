import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { picture } from './picture.ts';

const folder = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

/** Blocks of code in the README, each with the output that stands below it. */
const examples = [...readme.matchAll(/```ts\n(.*?)```\n+```text\n(.*?)```/gs)].map(
  ([, program = '', output = '']) => ({ program, output }),
);

it('has examples', () => {
  expect(examples.length).toBe(2);
});

it.each(examples)('prints what the README says: $output', ({ program, output }) => {
  const flags = ['--input-type=module', '--eval', program];
  // From within the package, its own name is the package as it was built.
  expect(execFileSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' })).toBe(output);
});

it('shows a picture of what the validator says today; `vitest run readme -u` draws it anew', async () => {
  await expect(picture()).toMatchFileSnapshot('../../picture.svg');
});
