import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneWorkspace } from '../support/clone.ts';
import { run } from '../support/commands.ts';
import { readAll } from '../support/standalone.ts';

let clone: string;

beforeAll(async () => {
  clone = await cloneWorkspace();
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Runs `turbo run generate` in the clone; answers which tasks ran and which came from the cache. */
async function generate(): Promise<{ output: string; ran: readonly string[] }> {
  const finished = await run('pnpm', ['exec', 'turbo', 'run', 'generate', '--output-logs=new-only'], clone);
  expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
  const ran = [...finished.stdout.matchAll(/^(\S+): cache miss, executing/gm)].map((match) => match[1] ?? '');
  return { output: finished.stdout, ran };
}

function editSpec(search: string, replacement: string): void {
  const path = join(clone, 'spec/openapi.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(search);
  writeFileSync(path, text.replace(search, replacement));
}

describe('a fresh clone', () => {
  test('does everything by itself on npm start, and shows what it did', async () => {
    const finished = await run('npm', ['start'], clone);
    expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
    expect(finished.stdout).toMatch(/client +\d+ file\(s\)/);
    expect(finished.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect(finished.stdout).toMatch(/\d+ passed/);
    expect(finished.stdout).toContain('reports/contract.html');
    expect(existsSync(join(clone, 'reports/contract.html'))).toBe(true);
    const status = await run('git', ['diff', '--name-only'], clone);
    expect(status.stdout).toBe('');
  }, 300_000);

  test('restores an unchanged repository whole, and reruns exactly what an edit of the spec concerns', async () => {
    await generate();
    expect((await generate()).output).toContain('FULL TURBO');
    editSpec('maxItems: 15', 'maxItems: 14');
    const { ran } = await generate();
    expect(ran.filter((task) => task.endsWith(':generate')).toSorted()).toEqual(
      ['client', 'contract-tests', 'mock-gateway', 'reference', 'validator'].map(
        (name) => `@swas/${name}:generate`,
      ),
    );
    // Of the rest only packages built from generated code may run again; no generator and no runtime.
    expect(ran.filter((task) => /generator|runtime/.test(task))).toEqual([]);
    expect(readAll(join(clone, 'packages/client/src/generated'))).toContain('to 14 items');
    expect((await generate()).output).toContain('FULL TURBO');
  }, 300_000);

  test('takes a third operation and a new generator as CONTRIBUTING.md tells it', async () => {
    const page = readFileSync(join(clone, 'CONTRIBUTING.md'), 'utf8');
    const operation = codeAfter(page, '## Adding an operation', 'yaml');
    editSpec('\ncomponents:\n', `\n${operation.replaceAll(/^(?=.)/gm, '  ')}\ncomponents:\n`);
    await runAll(codeAfter(page, '## Adding a generator', 'sh'));
    writeFileSync(
      join(clone, 'generators/names/src/index.ts'),
      codeAfter(page, '## Adding a generator', 'ts'),
    );
    writeFileSync(
      join(clone, 'packages/names/package.json'),
      codeAfter(page, '## Adding a generator', 'json'),
    );
    await runAll(codeAfter(page, '\nThen:\n', 'sh'));
    const generated = (name: string): string => readAll(join(clone, 'packages', name, 'src/generated'));
    expect(generated('names')).toMatch(/'ModifyImageShareStatus', 'ListRegions'\]/);
    for (const name of ['client', 'validator']) expect(generated(name), name).toContain('listRegions');
    for (const name of ['contract-tests', 'mock-gateway', 'reference'])
      expect(generated(name), name).toContain('ListRegions');
  }, 300_000);
});

/** The first piece of code in a language after a place of a page. */
function codeAfter(page: string, place: string, language: string): string {
  const fence = `\`\`\`${language}\n`;
  const start = page.indexOf(fence, page.indexOf(place)) + fence.length;
  return page.slice(start, page.indexOf('```', start));
}

/** Runs commands of a page in the clone, as a shell does. */
async function runAll(commands: string): Promise<void> {
  // The pinned pnpm that runs the tests, which npx need not fetch again.
  const own = commands.replaceAll(/npx pnpm@[\d.]+/g, 'pnpm');
  const finished = await run('sh', ['-ec', own], clone, { CI: 'false' });
  expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
}
