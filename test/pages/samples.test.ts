import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '@swas/reference';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

test('every code sample of the reference compiles against the client', async () => {
  // Beside this test, so that the packages are found.
  const folder = mkdtempSync(join(import.meta.dirname, 'samples-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(samples.length).toBeGreaterThan(3);
  for (const [index, { source }] of samples.entries())
    writeFileSync(join(folder, `sample${index}.ts`), source);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: { types: ['node'], skipLibCheck: true, noUnusedLocals: false },
      include: ['*.ts'],
    }),
  );
  const compiled = await run(join(root, 'node_modules/.bin/tsc'), ['-p', join(folder, 'tsconfig.json')]);
  expect(compiled.stdout).toBe('');
  expect(compiled.exitCode).toBe(0);
});
