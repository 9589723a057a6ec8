import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect } from 'vitest';
import { generate, run } from './commands.ts';
import { root, temporaryFolder } from './workspace.ts';

/** The packages that `--out` writes, each after those that it needs. */
const buildOrder = ['runtime', 'validator', 'client', 'mock-gateway', 'contract-tests', 'reference'];

/** Generates complete packages for a spec into a new folder and builds them there. Answers the folder. */
export async function buildStandalone(spec: string, scope = '@swas'): Promise<string> {
  const out = join(temporaryFolder(), 'out');
  const generated = await generate('--spec', spec, '--out', out, '--scope', scope);
  expect(generated.stderr + generated.stdout).toContain('Generated');
  for (const name of buildOrder) linkDependencies(out, name, scope);
  for (const name of buildOrder) await build(out, name);
  return out;
}

/** Runs a package's own `build` script, with the commands that an install would link for it. */
async function build(out: string, name: string): Promise<void> {
  const bins = [join(root, 'packages', name, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const built = await run('npm', ['run', 'build', '--silent'], join(out, name), {
    PATH: [...bins, process.env['PATH']].join(delimiter),
  });
  expect(`${name}: ${built.stdout}, exit code ${built.exitCode}`).toBe(`${name}: , exit code 0`);
}

/** What an install would do, without one: own packages from the folder, others from this workspace. */
function linkDependencies(out: string, name: string, scope: string): void {
  const manifest = JSON.parse(readFileSync(join(out, name, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const own = dependency.startsWith(`${scope}/`)
      ? join(out, dependency.slice(scope.length + 1))
      : undefined;
    const target = own ?? join(root, 'packages', name, 'node_modules', dependency);
    const link = join(out, name, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(target, link);
  }
}

/** Text of every file below a folder, for a search. */
export function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
