import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('../bin/generate-language.mjs', import.meta.url));

/** Runs the command in an empty folder, with a PATH that holds nothing. */
function runWithoutJava(...parameters: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'swas-languages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: folder,
    env: { PATH: folder },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, left: readdirSync(folder) };
}

test('without Java it says so, exits with 2 and writes nothing', () => {
  const { status, stderr, left } = runWithoutJava('--language', 'go', '--out', 'client');
  expect(stderr).toContain('needs Java');
  expect({ status, left }).toEqual({ status: 2, left: [] });
});

test.for([
  ['a name that is none', ['--language', '../go'], "'--language <name>' argument '../go' is invalid"],
  ['an option without a value', ['--language', 'go', '--option', 'packageName'], 'It is name=value'],
  ['an unknown flag', ['--language', 'go', '--watch'], "unknown option '--watch'"],
] as const)('refuses %s', ([, parameters, message]) => {
  const { status, stderr } = runWithoutJava(...parameters);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('a fault in the spec comes before Java is asked for, with its place', () => {
  const { status, stdout } = runWithoutJava('--language', 'go', '--spec', program, '--json');
  expect(JSON.parse(stdout)).toHaveProperty('diagnostics.0.line');
  expect(status).toBe(2);
});
