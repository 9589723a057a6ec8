import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '@swas/reference';
import { expect, test } from 'vitest';
import { compileSnippets } from '../support/compile-snippets.ts';
import { root } from '../support/workspace.ts';

test('every code sample of the reference compiles against the client', async () => {
  expect(samples.length).toBeGreaterThan(3);
  expect(await compileSnippets(samples.map(({ source }) => source))).toBe('');
});

test('every piece of code of the migration page compiles against both packages', async () => {
  const text = readFileSync(join(root, 'docs/migration.md'), 'utf8');
  const sources = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(sources.length).toBeGreaterThan(8);
  expect(await compileSnippets(sources)).toBe('');
});

test('what does not compile is found', async () => {
  const wrong = `import { createClient } from '@swas/client';\nawait createClient({}).deleteCustomImages({});\n`;
  expect(await compileSnippets([wrong])).toContain('snippet0.ts(2');
});
