import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recover } from '../src/recover.ts';
import { newFolder, readFiles, writeFiles } from './support/folder.ts';
import { generate } from './support/output.ts';
import { generatedIn, newWorkspace } from './support/workspace.ts';

const stage = '.generating-1-abc123';

/** What was left with a given journal, in a folder beside which a victim lies. */
function folderWith(journal: string): { readonly parent: string; readonly folder: string } {
  const parent = newFolder({ 'victim.ts': 'theirs' });
  const folder = join(parent, 'generated');
  writeFiles(folder, { [`${stage}/journal.json`]: journal, [`${stage}/new-0`]: 'evil', 'a.ts': '1' });
  return { parent, folder };
}

const writing = (path: unknown): string => JSON.stringify({ write: [path], remove: [] });
const removing = (path: unknown): string => JSON.stringify({ write: [], remove: [path] });

describe('a journal that no run has written', () => {
  it.each([
    ['writes outside', writing('../victim.ts')],
    ['removes outside', removing('../victim.ts')],
    ['leads outside on a way', removing('a/../../victim.ts')],
    ['is absolute', writing('/tmp/victim.ts')],
    ['names the folder', removing('.')],
    ['names nothing', removing('')],
    ['writes what git runs', writing('.git/hooks/post-checkout')],
    ['writes what a build runs', writing('client/node_modules/typescript/index.js')],
    ['writes what git runs, below a folder for lists', writing('.openapi-generator/.git/hooks/commit')],
    ['holds a zero', removing('a\0.ts')],
    ['holds no text', writing(1)],
    ['holds no lists', '{}'],
    ['is no JSON', '{"write":['],
    ['is no object', 'null'],
  ])('and %s is reported and left, as is everything else', (_name, journal) => {
    const { parent, folder } = folderWith(journal);
    const before = readFiles(parent);
    const path = join(folder, stage);
    expect(() => recover([folder])).toThrow(
      `${join(path, 'journal.json')} is no journal of an interrupted run: delete ${path} and run again.`,
    );
    expect(readFiles(parent)).toEqual(before);
  });

  it.each([[[]], [['--check']], [['--json']]])('ends generate %j with 2', async (flags) => {
    const workspace = newWorkspace();
    await generate(workspace);
    writeFiles(generatedIn(workspace), { [`${stage}/journal.json`]: '{' });
    const before = readFiles(workspace);
    const { exitCode, out, err } = await generate(workspace, ...flags);
    expect([exitCode, out + err]).toEqual([
      2,
      expect.stringContaining('is no journal of an interrupted run'),
    ]);
    expect(readFiles(workspace)).toEqual(before);
  });
});

describe('links', () => {
  it('in the place of a stage, its journal or its content lead nowhere', () => {
    const outside = newFolder({ 'journal.json': writing('b.ts'), 'new-0': 'secret' });
    const [one, two, three] = [newFolder(), newFolder(), newFolder()];
    symlinkSync(outside, join(one, stage));
    for (const folder of [two, three]) mkdirSync(join(folder, stage));
    symlinkSync(join(outside, 'journal.json'), join(two, stage, 'journal.json'));
    writeFiles(three, { [`${stage}/journal.json`]: writing('b.ts') });
    symlinkSync(join(outside, 'new-0'), join(three, stage, 'new-0'));
    expect(recover([one])).toEqual([]);
    expect(() => recover([two])).toThrow('is no journal');
    recover([three]);
    expect(readFiles(three)).toEqual({});
    expect(readFiles(outside)).toEqual({ 'journal.json': writing('b.ts'), 'new-0': 'secret' });
  });

  it.each([
    ['written', writing('a/x.ts'), 'a is a link or a file where a folder is needed: remove it.'],
    ['removed', removing('a/x.ts'), 'nothing'],
    ['removed from an empty folder', removing('a/b/x.ts'), 'nothing'],
  ])('on the way to a file that is %s are not followed', (_name, journal, message) => {
    const outside = newFolder({ 'x.ts': 'theirs' });
    mkdirSync(join(outside, 'b'));
    const folder = newFolder({ [`${stage}/journal.json`]: journal, [`${stage}/new-0`]: 'evil' });
    symlinkSync(outside, join(folder, 'a'));
    const run = (): void => {
      recover([folder]);
      throw new Error('nothing');
    };
    expect(run).toThrow(message);
    expect(readFiles(outside)).toEqual({ 'x.ts': 'theirs' });
    expect(existsSync(join(outside, 'b'))).toBe(true);
  });
});
