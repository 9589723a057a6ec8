import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

/** A copy of the workspace as far as generating needs it; dependencies are those of this workspace. */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'swas-drift-'));
  const skipped = /\/(?:node_modules|test|\.turbo|coverage)$/;
  for (const part of ['spec', 'generators', 'packages', 'pnpm-workspace.yaml', 'package.json']) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !skipped.test(path.slice(root.length - 1)),
    });
  }
  for (const group of ['generators', 'packages']) {
    for (const name of readdirSync(join(root, group))) linkModules(join(group, name));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Links of the workspace lead to its own packages; the copy's must lead to the copy's, so that it reads nothing from here. */
function linkModules(folder: string): void {
  const from = join(root, folder, 'node_modules');
  if (!existsSync(from)) return;
  const to = join(copy, folder, 'node_modules');
  mkdirSync(join(to, '@swas'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@swas' && !name.startsWith('.')) symlinkSync(join(from, name), join(to, name));
  }
  for (const name of existsSync(join(from, '@swas')) ? readdirSync(join(from, '@swas')) : []) {
    const place =
      name === 'spec'
        ? 'spec'
        : name.startsWith('generator-')
          ? `generators/${name.slice(10)}`
          : `packages/${name}`;
    symlinkSync(join(copy, place), join(to, '@swas', name));
  }
}

const check = () => run(process.execPath, ['generators/kit/bin/generate.mjs', '--check'], copy);
const regenerate = () => run(process.execPath, ['generators/kit/bin/generate.mjs'], copy);

function editSpec(search: string, replacement: string): void {
  const path = join(copy, 'spec/openapi.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(search, replacement));
}

const generated = (path: string): string => join(copy, 'packages/client/src/generated', path);

describe('the drift check', () => {
  test('finds nothing in the repository as it is', async () => {
    const finished = await check();
    expect(finished.stdout + finished.stderr).toContain('up to date');
    expect(finished.exitCode).toBe(0);
  });

  test.for([
    ['a changed file', 'differs', 'index.ts', () => appendFileSync(generated('index.ts'), '// edited\n')],
    ['a missing file', 'missing', 'index.ts', () => rmSync(generated('index.ts'))],
    ['a stray file', 'stray', 'stray.ts', () => writeFileSync(generated('stray.ts'), 'export {};\n')],
    ['an edit of the spec', 'differs', 'packages/validator', () => editSpec('maxItems: 15', 'maxItems: 14')],
  ] as const)('finds %s and mends it', async ([, word, name, change]) => {
    change();
    const found = await check();
    expect(found.stdout).toMatch(new RegExp(`${word} .*${name}`));
    expect(found.exitCode).toBe(1);
    expect((await regenerate()).exitCode).toBe(0);
    expect((await check()).exitCode).toBe(0);
  });
});
