import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/workspace.ts';
import { installInto } from './generators/install.mjs';

afterEach(() => vi.unstubAllEnvs());

/** Puts a program in the place of npm, which notes each start. Answers how often it was started. */
function pretendNpm(script: string): () => number {
  const folder = temporaryFolder();
  const starts = join(folder, 'starts');
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho start >> '${starts}'\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  return () => (existsSync(starts) ? readFileSync(starts, 'utf8').split('\n').length - 1 : 0);
}

test('an installation that hangs is ended, tried once more, and reported', async () => {
  const starts = pretendNpm('sleep 1000 & wait');
  const folder = join(temporaryFolder(), 'peers');
  await expect(installInto(folder, '{}', 500)).rejects.toThrow(
    `The peers could not be installed into ${folder} (npm was not done after 0.5 s, then npm was not done after 0.5 s): is the registry reachable?`,
  );
  expect(starts()).toBe(2);
});

test('a second attempt may succeed, without what the first has left, and is not repeated later', async () => {
  const starts = pretendNpm('if [ ! -e tried ]; then mkdir -p tried node_modules/half; exit 7; fi');
  const folder = join(temporaryFolder(), 'peers');
  await installInto(folder, '{}');
  expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  await installInto(folder, '{}');
  expect(starts()).toBe(2);
});

test('a folder that others may write into is not used', async () => {
  const starts = pretendNpm('exit 0');
  const folder = join(temporaryFolder(), 'peers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'complete'), '');
  chmodSync(folder, 0o777);
  await expect(installInto(folder, '{}')).rejects.toThrow('or others may write there: remove it.');
  expect(starts()).toBe(0);
});
