import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../bin/spec-diff.mjs', import.meta.url));
let folder: string;

function run(command: string, ...parameters: readonly string[]) {
  // Neither colours nor what another repository's git left in the environment.
  const env = { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1', GIT_CONFIG_NOSYSTEM: '1' };
  return spawnSync(command, parameters, { cwd: folder, env, encoding: 'utf8' });
}
const git = (...parameters: readonly string[]) =>
  run('git', '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...parameters);
const diff = (...parameters: readonly string[]) =>
  run(process.execPath, program, '--spec', join(folder, 'openapi.yaml'), ...parameters);

/** A repository whose spec had a maxItems of 15 in its first commit, and has 10 in the working tree. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'swas-spec-diff-'));
  cpSync(fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url)), join(folder, 'openapi.yaml'));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'First');
  const text = readFileSync(join(folder, 'openapi.yaml'), 'utf8');
  writeFileSync(join(folder, 'openapi.yaml'), text.replaceAll('maxItems: 15', 'maxItems: 10'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('names the place of a breaking edit and exits with 1', () => {
  const { status, stdout, stderr } = diff();
  expect(stdout + stderr).toMatch(
    /^breaking {4}openapi\.yaml:\d+:\d+ {2}`maxItems` changed from '15' to '10'/,
  );
  expect(status).toBe(1);
});

test('says the same as JSON', () => {
  const { status, stdout } = diff('HEAD', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ breaking: true, changes: [{ impact: 'breaking' }] });
  expect(status).toBe(1);
});

test('exits with 0 where nothing changed', () => {
  const text = readFileSync(join(folder, 'openapi.yaml'), 'utf8');
  git('commit', '--quiet', '--all', '-m', 'Second');
  expect(readFileSync(join(folder, 'openapi.yaml'), 'utf8')).toBe(text);
  const { status, stdout } = diff();
  expect(stdout).toBe('No change since HEAD.\n');
  expect(status).toBe(0);
});

test('a fault of the former spec is named by its file and revision', () => {
  const path = join(folder, 'openapi.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('openapi: 3.1', 'openapi: 2.1'));
  git('commit', '--quiet', '--all', '-m', 'Broken');
  writeFileSync(path, text);
  const { status, stderr } = diff('HEAD');
  expect(stderr).toMatch(/^openapi\.yaml at HEAD:\d+:\d+: `openapi` is no 3\.1 version/);
  expect(status).toBe(2);
});

test.for([
  ['an unknown revision', ['nosuch'], 'nosuch'],
  ['a revision that is a flag', ['--', '--output=x'], '--output=x'],
  ['an unknown flag', ['--colour'], 'unknown option'],
] as const)('%s is bad usage', ([, parameters, message]) => {
  const { status, stderr } = diff(...parameters);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
