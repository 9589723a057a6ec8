import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from './commands.ts';
import { root } from './workspace.ts';

/** Compiles programs, each by itself, as strictly as this workspace. Answers what the compiler says: nothing when all is well. */
export async function compileSnippets(sources: readonly string[]): Promise<string> {
  // Below `test`, so that the packages are found.
  const folder = mkdtempSync(join(root, 'test/snippets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [index, source] of sources.entries()) writeFileSync(join(folder, `snippet${index}.ts`), source);
  const configuration = {
    extends: '../../tsconfig.base.json',
    compilerOptions: { types: ['node'], skipLibCheck: true, noUnusedLocals: false },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const compiled = await run(join(root, 'node_modules/.bin/tsc'), ['-p', join(folder, 'tsconfig.json')]);
  return compiled.stdout + compiled.stderr;
}
