import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generator as client } from '@swas/generator-client';
import { render } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { generator as validator } from '@swas/generator-validator';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

/** What the generators emit for one model, by path. */
export interface Emitted {
  readonly client: ReadonlyMap<string, string>;
  readonly validator: ReadonlyMap<string, string>;
}

/** Emits client and validator. */
export async function emit(model: ApiModel): Promise<Emitted> {
  return { client: await render(client, model), validator: await render(validator, model) };
}

/**
 * Writes the sources of both packages into a folder, where they find each other and the runtime by name. Nothing is built: tsc and
 * esbuild read the sources.
 */
export function writePackages(folder: string, emitted: Emitted): void {
  for (const name of ['client', 'validator'] as const) {
    const target = join(folder, name);
    cpSync(join(root, 'packages', name, 'src'), join(target, 'src'), {
      recursive: true,
      filter: (path) => !path.endsWith('/generated'),
    });
    for (const [path, content] of emitted[name]) write(join(target, 'src/generated', path), content);
    const entries = ['unvalidated', 'is', 'validate'].map((entry) => [`./${entry}`, `./src/${entry}.ts`]);
    const exports = { '.': './src/index.ts', ...Object.fromEntries(entries) };
    write(join(target, 'package.json'), JSON.stringify({ name: `@swas/${name}`, type: 'module', exports }));
  }
  mkdirSync(join(folder, 'node_modules/@swas'), { recursive: true });
  symlinkSync(join(folder, 'validator'), join(folder, 'node_modules/@swas/validator'));
  symlinkSync(join(root, 'packages/runtime'), join(folder, 'node_modules/@swas/runtime'));
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Type-checks all packages below a folder as one program, as strictly as our own. Answers what tsc says. */
export async function typecheck(folder: string): Promise<string> {
  const base = readFileSync(join(root, 'tsconfig.base.json'), 'utf8');
  writeFileSync(join(folder, 'tsconfig.base.json'), base);
  const compilerOptions = { types: ['node'], typeRoots: [join(root, 'test/node_modules/@types')] };
  const configuration = { extends: './tsconfig.base.json', compilerOptions, include: ['**/src/**/*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = await run(process.execPath, [tsc, '-p', folder], folder);
  return stdout + stderr;
}
