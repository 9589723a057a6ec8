import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isUnchanged } from '../src/changes.ts';
import { commit, PreparedChange } from '../src/prepared-change.ts';
import { bring as bringAll } from './support/bring.ts';
import { newFolder, readFiles } from './support/folder.ts';

const bring = (folder: string, files: Readonly<Record<string, string>>) => bringAll([{ folder, files }]);

/** Makes a change that nothing has compared before. */
function make(folder: string, write: Readonly<Record<string, string>>, remove: readonly string[] = []): void {
  const change = new PreparedChange(folder);
  for (const [path, content] of Object.entries(write)) change.add(path, content);
  change.remove = remove;
  commit([change]);
}

describe('changes', () => {
  it('are what is missing, differs or is stray', async () => {
    const folder = newFolder({ 'same.ts': '1', 'differs.ts': '1', 'a/stray.ts': '1' });
    expect(await bring(folder, { 'same.ts': '1', 'differs.ts': '2', 'b/missing.ts': '2' })).toEqual([
      { write: ['differs.ts', 'b/missing.ts'], remove: ['a/stray.ts'] },
    ]);
  });

  it('are none for a folder that holds exactly what is wanted', async () => {
    const folder = newFolder({ 'a/b.ts': '1' });
    expect(await bring(folder, { 'a/b.ts': '1' })).toEqual([{ write: [], remove: [] }]);
  });

  it('are nothing to do only without files that are written and without such that go', () => {
    const none = { folder: '/', write: new Map(), remove: [] };
    expect(isUnchanged(none)).toBe(true);
    expect(isUnchanged({ ...none, write: new Map([['a.ts', '1']]) })).toBe(false);
    expect(isUnchanged({ ...none, remove: ['a.ts'] })).toBe(false);
  });
});

describe('applying', () => {
  it('writes, replaces and removes, with folders that become empty', async () => {
    const folder = newFolder({ 'differs.ts': '1', 'a/b/stray.ts': '1', 'a/kept.ts': '1' });
    await bring(folder, { 'differs.ts': '2', 'c/new.ts': '3', 'a/kept.ts': '1' });
    expect(readFiles(folder)).toEqual({ 'differs.ts': '2', 'c/new.ts': '3', 'a/kept.ts': '1' });
    expect(existsSync(join(folder, 'a/b'))).toBe(false);
  });

  it('makes the folder', async () => {
    const folder = join(newFolder(), 'src/generated');
    await bring(folder, { 'a.ts': '1' });
    expect(readFiles(folder)).toEqual({ 'a.ts': '1' });
  });

  it('leaves unchanged files alone, so that watchers and builds do not wake', async () => {
    const folder = newFolder({ 'same.ts': '1', 'differs.ts': '1' });
    utimesSync(join(folder, 'same.ts'), 1_000, 1_000);
    const before = statSync(join(folder, 'same.ts'));
    await bring(folder, { 'same.ts': '1', 'differs.ts': '2' });
    const after = statSync(join(folder, 'same.ts'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it('replaces a file by a folder and a folder by a file', async () => {
    const folder = newFolder({ a: '1', 'b/c.ts': '1', 'd/e.ts': '1' });
    mkdirSync(join(folder, 'empty'));
    await bring(folder, { 'a/x.ts': '2', b: '2', empty: '2' });
    expect(readFiles(folder)).toEqual({ 'a/x.ts': '2', b: '2', empty: '2' });
  });

  it('replaces a link to a file without touching where it leads', async () => {
    const outside = newFolder({ 'secret.ts': 'secret' });
    const folder = newFolder();
    symlinkSync(join(outside, 'secret.ts'), join(folder, 'a.ts'));
    await bring(folder, { 'a.ts': 'new' });
    expect(readFiles(outside)).toEqual({ 'secret.ts': 'secret' });
    expect(readFiles(folder)).toEqual({ 'a.ts': 'new' });
  });

  it('replaces a stray link to a folder without touching where it leads', async () => {
    const outside = newFolder({ 'x.ts': 'same', 'secret.ts': 'secret' });
    const folder = newFolder();
    symlinkSync(outside, join(folder, 'a'));
    await bring(folder, { 'a/x.ts': 'same', 'a/deep/y.ts': 'new' });
    expect(readFiles(outside)).toEqual({ 'x.ts': 'same', 'secret.ts': 'secret' });
    expect(readFiles(folder)).toEqual({ 'a/x.ts': 'same', 'a/deep/y.ts': 'new' });
  });

  it('refuses to go through a link that it may not remove, before it writes anything', () => {
    const outside = newFolder({ 'x.ts': 'old' });
    const folder = newFolder({ 'first.ts': 'old' });
    symlinkSync(outside, join(folder, 'a'));
    expect(() => make(folder, { 'first.ts': 'new', 'a/x.ts': 'new', 'a/deep/y.ts': 'new' })).toThrow(
      `${join(folder, 'a')} is a link or a file where a folder is needed: remove it.`,
    );
    expect(() => make(folder, {}, ['a/x.ts'])).toThrow('is a link');
    expect(readFiles(outside)).toEqual({ 'x.ts': 'old' });
    expect(readFileSync(join(folder, 'first.ts'), 'utf8')).toBe('old');
  });

  it.each(['.git/hooks/commit.ts', 'node_modules/a/index.ts', '../a.ts'])('refuses to write %s', (path) => {
    const folder = newFolder();
    const inside = join(folder, 'inside');
    expect(() => make(inside, { [path]: '1' })).toThrow('is no place for generated code.');
    expect(readFiles(folder)).toEqual({});
  });

  it('refuses to replace a folder that holds files of others', () => {
    const folder = newFolder({ 'a/theirs.ts': '1' });
    expect(() => make(folder, { a: '2' })).toThrow('is a folder where a file is needed: remove it.');
    expect(readFiles(folder)).toEqual({ 'a/theirs.ts': '1' });
  });

  it('leaves every folder as it was when one of them cannot be written', async () => {
    const good = newFolder({ 'a.ts': 'old' });
    const parent = newFolder({ file: 'in the way' });
    const wanted = [
      { folder: good, files: { 'a.ts': 'new' } },
      { folder: join(parent, 'file'), files: { 'b.ts': 'new' } },
    ];
    await expect(bringAll(wanted)).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(readFiles(good)).toEqual({ 'a.ts': 'old' });
  });

  it('listens to signals once, however often it writes, and leaves no stage behind', async () => {
    const folder = newFolder();
    await bring(folder, { 'a.ts': '1' });
    const before = process.listenerCount('SIGINT');
    await bring(folder, { 'a.ts': '2' });
    expect(process.listenerCount('SIGINT')).toBe(before);
    rmSync(join(folder, 'a.ts'));
    expect(readFiles(folder)).toEqual({});
  });
});
