import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workspaceFiles } from '../support/clone.ts';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

interface Locked {
  readonly resolution: { readonly integrity?: string; readonly tarball?: string };
}

interface Licensed {
  readonly name: string;
  readonly versions: readonly string[];
}

const lockText = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');

/** Terms that let whoever uses these packages, or builds them, do so under Apache-2.0. */
const allowed = new Set([
  '(MIT OR CC0-1.0)',
  '(MIT OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** What its manifest does not say in those words. None of these is part of a published package. */
const explained: Readonly<Record<string, string>> = {
  '@darabonba/typescript':
    'Apache-2.0, spelt out; part of the official SDK, which we measure ourselves against',
  'axe-core': 'MPL-2.0: used unchanged, by a test of the reference page',
  lightningcss: 'MPL-2.0: used unchanged, by vite below vitest',
  'json-schema-test-suite': 'MIT, by the address of its licence; a suite that tests read',
  spawndamnit: 'MIT, in its LICENSE file; below @changesets/cli',
};

/** A package of a library's machine code is named after the library and the machine. */
const isExplained = (name: string): boolean =>
  name.replace(/-(?:linux|darwin|win32|freebsd|android)-.*$/, '') in explained;

async function licences(...options: readonly string[]): Promise<Record<string, readonly Licensed[]>> {
  const listed = await run('pnpm', ['licenses', 'list', '--json', ...options]);
  return JSON.parse(listed.stdout) as Record<string, readonly Licensed[]>;
}

describe('the dependencies', () => {
  test('come with terms that Apache-2.0 goes with', async () => {
    const found = Object.entries(await licences());
    expect(found.flatMap(([, packages]) => packages).length).toBeGreaterThan(300);
    const others = found
      .filter(([licence]) => !allowed.has(licence))
      .flatMap(([licence, packages]) => packages.map(({ name }) => ({ name, licence })));
    expect(others.filter(({ name }) => !isExplained(name))).toEqual([]);
  });

  test('of published packages need no explanation but for what vitest brings', async () => {
    const found = Object.entries(await licences('--prod')).filter(([licence]) => !allowed.has(licence));
    expect(
      found
        .flatMap(([, packages]) => packages.map(({ name }) => name))
        .filter((name) => !name.startsWith('lightningcss')),
    ).toEqual([]);
  });

  test('are locked by content, from whatever registry a machine uses', () => {
    const { packages } = parse(lockText) as { packages: Record<string, Locked> };
    expect(Object.keys(packages).length).toBeGreaterThan(300);
    const unlocked = Object.entries(packages).filter(
      ([, { resolution }]) => resolution.integrity === undefined || resolution.tarball !== undefined,
    );
    expect(unlocked).toEqual([]);
    expect(lockText).not.toMatch(/https?:\/\/|git\+|\.tgz/);
  });

  test('are asked for in exact versions', async () => {
    const manifests = (await workspaceFiles()).filter((file) => /^(?:.*\/)?package\.json$/.test(file));
    const asked = manifests.flatMap((file) => {
      const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<
        'dependencies' | 'devDependencies',
        Record<string, string> | undefined
      >;
      return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
        file,
        name,
        version,
      }));
    });
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ version }) => !/^(?:workspace:\*|\d+\.\d+\.\d+)$/.test(version))).toEqual([]);
  });

  test('run no script of theirs when they are installed', () => {
    const { onlyBuiltDependencies } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as {
      onlyBuiltDependencies?: readonly string[];
    };
    expect(onlyBuiltDependencies ?? []).toEqual([]);
  });
});
