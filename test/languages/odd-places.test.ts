import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hasJava } from '@swas/generator-languages';
import { ensureJar, runGenerator } from '@swas/spec/openapi-generator';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { generate } from '../support/commands.ts';
import { skipWithout } from '../support/requirement.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

/** What a shell would run, and what Java cannot spell in the locale of a bare machine. */
const oddName = "ñ $(touch ran) 'é";

beforeEach((context) => {
  skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
  vi.stubEnv('LC_ALL', 'C');
});

afterEach(() => vi.unstubAllEnvs());

test('a client is emitted from and to files and folders of any name, and no option is run', async () => {
  const folder = join(temporaryFolder(), oddName);
  mkdirSync(folder);
  const spec = join(folder, `${oddName}#?.yaml`);
  cpSync(join(root, 'spec/openapi.yaml'), spec);
  const [out, ran] = [join(folder, 'a client'), join(folder, 'ran')];
  const option = `npmVersion=$(touch '${ran}')`;
  const flags = ['--language', 'typescript-fetch', '--option', option];
  const finished = await generate(...flags, '--spec', spec, '--out', out);
  expect(finished.stdout + finished.stderr).toContain('file(s) written');
  expect(finished.exitCode).toBe(0);
  expect(existsSync(join(out, 'apis'))).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['a client', basename(spec)]);
});

test('the jar runs from a folder of any name', async () => {
  const own = join(root, 'spec');
  expect(await ensureJar(own)).toEqual({});
  const folder = join(temporaryFolder(), oddName);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(join(own, 'openapitools.json'), join(folder, 'openapitools.json'));
  symlinkSync(join(own, 'node_modules/.cache'), join(folder, 'node_modules/.cache'));
  const { code, stdout, stderr } = await runGenerator(['version'], folder);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(['node_modules', 'openapitools.json']);
});
