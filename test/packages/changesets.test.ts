import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneWorkspace } from '../support/clone.ts';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';
import { published } from './support/published.ts';

let clone: string;
beforeAll(async () => {
  clone = await cloneWorkspace();
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  await run('git', ['checkout', '--quiet', '-B', 'main'], clone);
  await run('git', [...identity, 'commit', '--quiet', '--message', 'State'], clone);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Without a network: an address that answers nothing stands for the registry. */
const changeset = (...parameters: string[]) =>
  run(process.execPath, [join(root, 'node_modules/@changesets/cli/bin.js'), ...parameters], clone, {
    npm_config_registry: 'http://127.0.0.1:9/',
  });

const names = published.map(({ name }) => name);

describe('changesets', () => {
  test('know the published packages, and no other', () => {
    const config = JSON.parse(readFileSync(join(root, '.changeset/config.json'), 'utf8')) as {
      fixed: string[][];
    };
    expect(config.fixed.flat().toSorted()).toEqual(names.toSorted());
  });

  test('tell what is to be released', async () => {
    const status = await changeset('status');
    expect(status.exitCode, status.stdout + status.stderr).toBe(0);
  });

  test('give all packages one new version, and what depends on them that version', async () => {
    await run('git', ['checkout', '--quiet', '--', '.'], clone);
    const versioned = await changeset('version');
    expect(versioned.exitCode, versioned.stdout + versioned.stderr).toBe(0);
    const manifests = names.map((name) => {
      const path = join(clone, 'packages', name.replace('@swas/', ''), 'package.json');
      return JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    });
    expect(new Set(manifests.map(({ version }) => version)).size).toBe(1);
  });
});
