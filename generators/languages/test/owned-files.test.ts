import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyPlan, manifest, planFolder } from '../src/owned-files.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'swas-languages-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes files into a folder; the manifest lists them unless it is given. */
function fill(name: string, files: Record<string, string>): string {
  const folder = join(root, name);
  const all = { [manifest]: Object.keys(files).join('\n'), ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('a client that is generated anew', () => {
  test('replaces what changed, removes its own stale files and leaves others alone', () => {
    const folder = fill('client', { 'a.py': 'old', 'same.py': 'same', 'models/gone.py': 'gone' });
    writeFileSync(join(folder, 'README.md'), 'by hand');
    const fresh = fill('fresh', { 'a.py': 'new', 'same.py': 'same', 'models/new.py': 'new' });
    const plan = planFolder(folder, fresh);
    expect(plan).toEqual({ write: [manifest, 'a.py', 'models/new.py'], remove: ['models/gone.py'] });
    applyPlan(folder, fresh, plan);
    expect([read('client/a.py'), read('client/models/new.py'), read('client/README.md')]).toEqual([
      'new',
      'new',
      'by hand',
    ]);
    expect(
      planFolder(folder, fill('again', { 'a.py': 'new', 'same.py': 'same', 'models/new.py': 'new' })),
    ).toEqual({
      write: [],
      remove: [],
    });
  });

  test("is refused where somebody's file is in the way", () => {
    const folder = join(root, 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.py'), 'mine');
    expect(() => planFolder(folder, fill('fresh', { 'a.py': 'new' }))).toThrow(/did not write \(a\.py\)/);
  });

  test('takes no path out of its folder from an edited manifest', () => {
    const folder = fill('client', { 'a.py': 'old' });
    writeFileSync(join(root, 'precious'), 'x');
    writeFileSync(join(folder, manifest), `a.py\n../precious\n${join(root, 'precious')}\n`);
    expect(planFolder(folder, fill('fresh', { 'a.py': 'old' })).remove).toEqual([]);
  });

  test('follows no link out of its folder', () => {
    const folder = fill('client', { 'a.py': 'old' });
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(folder, 'models'));
    const fresh = fill('fresh', { 'a.py': 'old', 'models/new.py': 'new' });
    expect(() => applyPlan(folder, fresh, planFolder(folder, fresh))).toThrow(/lies outside/);
  });
});
