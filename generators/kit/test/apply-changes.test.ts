import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../src/apply-changes.ts';
import { compareFolder, isUnchanged } from '../src/changes.ts';
import { newFolder, readFiles } from './support/folder.ts';

const tree = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(files));

/** Brings a folder to the wanted state, as a run does. */
function bring(folder: string, files: Readonly<Record<string, string>>): void {
  applyChanges([{ folder, ...compareFolder(folder, tree(files)) }]);
}

describe('changes', () => {
  it('are what is missing, differs or is stray', () => {
    const folder = newFolder({ 'same.ts': '1', 'differs.ts': '1', 'a/stray.ts': '1' });
    const changes = compareFolder(folder, tree({ 'same.ts': '1', 'differs.ts': '2', 'b/missing.ts': '2' }));
    expect([...changes.write.keys()]).toEqual(['differs.ts', 'b/missing.ts']);
    expect(changes.remove).toEqual(['a/stray.ts']);
    expect(isUnchanged(changes)).toBe(false);
  });

  it('are none for a folder that holds exactly what is wanted', () => {
    const folder = newFolder({ 'a/b.ts': '1' });
    expect(isUnchanged(compareFolder(folder, tree({ 'a/b.ts': '1' })))).toBe(true);
  });
});

describe('applying', () => {
  it('writes, replaces and removes, with folders that become empty', () => {
    const folder = newFolder({ 'differs.ts': '1', 'a/b/stray.ts': '1', 'a/kept.ts': '1' });
    bring(folder, { 'differs.ts': '2', 'c/new.ts': '3', 'a/kept.ts': '1' });
    expect(readFiles(folder)).toEqual({ 'differs.ts': '2', 'c/new.ts': '3', 'a/kept.ts': '1' });
    expect(existsSync(join(folder, 'a/b'))).toBe(false);
  });

  it('makes the folder', () => {
    const folder = join(newFolder(), 'src/generated');
    bring(folder, { 'a.ts': '1' });
    expect(readFiles(folder)).toEqual({ 'a.ts': '1' });
  });

  it('leaves unchanged files alone, so that watchers and builds do not wake', () => {
    const folder = newFolder({ 'same.ts': '1', 'differs.ts': '1' });
    utimesSync(join(folder, 'same.ts'), 1_000, 1_000);
    const before = statSync(join(folder, 'same.ts'));
    bring(folder, { 'same.ts': '1', 'differs.ts': '2' });
    const after = statSync(join(folder, 'same.ts'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it('replaces a file by a folder and a folder by a file', () => {
    const folder = newFolder({ a: '1', 'b/c.ts': '1', 'd/e.ts': '1' });
    mkdirSync(join(folder, 'empty'));
    bring(folder, { 'a/x.ts': '2', b: '2', empty: '2' });
    expect(readFiles(folder)).toEqual({ 'a/x.ts': '2', b: '2', empty: '2' });
  });

  it('replaces a link to a file without touching where it leads', () => {
    const outside = newFolder({ 'secret.ts': 'secret' });
    const folder = newFolder();
    symlinkSync(join(outside, 'secret.ts'), join(folder, 'a.ts'));
    bring(folder, { 'a.ts': 'new' });
    expect(readFiles(outside)).toEqual({ 'secret.ts': 'secret' });
    expect(readFiles(folder)).toEqual({ 'a.ts': 'new' });
  });

  it('replaces a stray link to a folder without touching where it leads', () => {
    const outside = newFolder({ 'x.ts': 'same', 'secret.ts': 'secret' });
    const folder = newFolder();
    symlinkSync(outside, join(folder, 'a'));
    bring(folder, { 'a/x.ts': 'same', 'a/deep/y.ts': 'new' });
    expect(readFiles(outside)).toEqual({ 'x.ts': 'same', 'secret.ts': 'secret' });
    expect(readFiles(folder)).toEqual({ 'a/x.ts': 'same', 'a/deep/y.ts': 'new' });
  });

  it('refuses to go through a link that it may not remove, before it writes anything', () => {
    const outside = newFolder({ 'x.ts': 'old' });
    const folder = newFolder({ 'first.ts': 'old' });
    symlinkSync(outside, join(folder, 'a'));
    const write = tree({ 'first.ts': 'new', 'a/x.ts': 'new', 'a/deep/y.ts': 'new' });
    expect(() => applyChanges([{ folder, write, remove: [] }])).toThrow(
      `${join(folder, 'a')} is a link or a file where a folder is needed: remove it.`,
    );
    expect(() => applyChanges([{ folder, write: new Map(), remove: ['a/x.ts'] }])).toThrow('is a link');
    expect(readFiles(outside)).toEqual({ 'x.ts': 'old' });
    expect(readFileSync(join(folder, 'first.ts'), 'utf8')).toBe('old');
  });

  it.each(['.git/hooks/commit.ts', 'node_modules/a/index.ts', '../a.ts'])('refuses to write %s', (path) => {
    const folder = newFolder();
    const inside = join(folder, 'inside');
    expect(() => bring(inside, { [path]: '1' })).toThrow('is no place for generated code.');
    expect(readFiles(folder)).toEqual({});
  });

  it('refuses to replace a folder that holds files of others', () => {
    const folder = newFolder({ 'a/theirs.ts': '1' });
    expect(() => applyChanges([{ folder, write: tree({ a: '2' }), remove: [] }])).toThrow(
      'is a folder where a file is needed: remove it.',
    );
    expect(readFiles(folder)).toEqual({ 'a/theirs.ts': '1' });
  });

  it('leaves every folder as it was when one of them cannot be written', () => {
    const good = newFolder({ 'a.ts': 'old' });
    const parent = newFolder({ file: 'in the way' });
    const changes = [
      { folder: good, write: tree({ 'a.ts': 'new' }), remove: [] },
      { folder: join(parent, 'file'), write: tree({ 'b.ts': 'new' }), remove: [] },
    ];
    expect(() => applyChanges(changes)).toThrow(/EEXIST|ENOTDIR/);
    expect(readFiles(good)).toEqual({ 'a.ts': 'old' });
  });

  it('listens to signals once, however often it writes, and leaves no stage behind', () => {
    const folder = newFolder();
    bring(folder, { 'a.ts': '1' });
    const before = process.listenerCount('SIGINT');
    bring(folder, { 'a.ts': '2' });
    expect(process.listenerCount('SIGINT')).toBe(before);
    rmSync(join(folder, 'a.ts'));
    expect(readFiles(folder)).toEqual({});
  });
});
