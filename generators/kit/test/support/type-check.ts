import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { newFolder } from './folder.ts';

const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

/** The strictest settings, as emitted code meets them in this workspace. */
const settings = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    types: [],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    noEmit: true,
  },
};

/** What the project's own compiler says about files of TypeScript: empty when nothing. */
export function typeCheck(files: Readonly<Record<string, string>>): string {
  const folder = newFolder({
    ...files,
    'tsconfig.json': JSON.stringify(settings),
    'package.json': '{"type":"module"}',
  });
  return spawnSync(process.execPath, [compiler, '-p', folder], { cwd: folder, encoding: 'utf8' }).stdout;
}
