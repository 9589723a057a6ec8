import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the engine takes what it is told without a word, in whichever version of Node', () => {
  const file = new URL('../bin/compile-late.mjs', import.meta.url).href;
  const code = `import { compileLate } from ${JSON.stringify(file)}; compileLate();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  });
  expect([run.status, run.stdout + run.stderr]).toEqual([0, '']);
});
