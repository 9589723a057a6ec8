import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bringFolder, manifest, planFolder } from '../src/owned-files.ts';
import { fill, newRoot } from './support/fill.ts';

describe('a client that is generated anew', () => {
  test('replaces what changed, removes its own stale files and leaves others alone', async () => {
    const root = newRoot();
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    const folder = fill(
      root,
      'client',
      { 'a.py': 'old', 'same.py': 'same', 'models/gone.py': 'gone', '.openapi-generator/VERSION': '1' },
      { 'README.md': 'by hand' },
    );
    const wanted = {
      '.openapi-generator/VERSION': '2',
      'a.py': 'new',
      'same.py': 'same',
      'models/new.py': 'new',
    };
    const fresh = fill(root, 'fresh', wanted);
    const plan = planFolder(folder, fresh);
    expect(plan).toEqual({
      write: [manifest, '.openapi-generator/VERSION', 'a.py', 'models/new.py'],
      remove: ['models/gone.py'],
    });
    expect(await bringFolder(folder, fresh)).toEqual(plan);
    expect(Object.keys(wanted).map((path) => read(`client/${path}`))).toEqual(Object.values(wanted));
    expect(read('client/README.md')).toBe('by hand');
    expect(readdirSync(join(folder, 'models'))).toEqual(['new.py']);
    expect(await bringFolder(folder, fresh)).toEqual({ write: [], remove: [] });
  });

  test("is refused where somebody's file is in the way", async () => {
    const root = newRoot();
    const folder = join(root, 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.py'), 'mine');
    const fresh = fill(root, 'fresh', { 'a.py': 'new' });
    await expect(bringFolder(folder, fresh)).rejects.toThrow(/did not write \(a\.py\)/);
    expect(readdirSync(folder)).toEqual(['a.py']);
  });

  test('takes no path out of its folder from an edited manifest', () => {
    const root = newRoot();
    const folder = fill(root, 'client', { 'a.py': 'old' });
    writeFileSync(join(root, 'precious'), 'x');
    writeFileSync(join(folder, manifest), `a.py\n../precious\n${join(root, 'precious')}\n./a.py\na//b\n`);
    expect(planFolder(folder, fill(root, 'fresh', { 'a.py': 'old' })).remove).toEqual([]);
  });

  test.for(['models', '.openapi-generator'])('follows no link %s out of its folder', async (link) => {
    const root = newRoot();
    const folder = join(root, 'client');
    mkdirSync(folder);
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(folder, link));
    const fresh = fill(root, 'fresh', { 'a.py': 'old', 'models/new.py': 'new' });
    await expect(bringFolder(folder, fresh)).rejects.toThrow(`${join(folder, link)} is a link`);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
    expect(readdirSync(folder)).toEqual([link]);
  });

  test.for(['.git/hooks/commit', '.cargo/config.toml', 'node_modules/a/index.js'])(
    'writes no %s, which other programs run',
    async (path) => {
      const root = newRoot();
      const fresh = fill(root, 'fresh', { 'a.py': 'new', [path]: 'new' });
      await expect(bringFolder(join(root, 'client'), fresh)).rejects.toThrow(
        'is no place for generated code',
      );
      expect(readdirSync(root)).toEqual(['fresh']);
    },
  );
});
