import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../src/disk.ts';
import { recover } from '../src/recover.ts';
import { bring } from './support/bring.ts';
import { diskThatEndsAt, type FailingDisk } from './support/failing-disk.ts';
import { newFolder, readFiles, writeFiles } from './support/folder.ts';

type Files = Readonly<Record<string, string>>;

/** Files that stay, change, go with their folder, come, and take each other's place as a folder or a file. */
const former: Files = {
  'same.ts': '1',
  'differs.ts': '1',
  'gone/deep/a.ts': '1',
  file: '1',
  'folder/b.ts': '1',
};
const next: Files = {
  'same.ts': '1',
  'differs.ts': '2',
  'new/deep/c.ts': '2',
  'file/d.ts': '2',
  folder: '2',
};
const second: Files = { 'other.ts': '2' };

/** Whole steps, files written by half, and a stage removed by half. */
const ways: readonly (readonly [string, Parameters<typeof diskThatEndsAt>[1]])[] = [
  ['between two steps', () => {}],
  [
    'within a step',
    (disk, [name, path = '', content = '']) => {
      if (name === 'writeFile') disk.writeFile(path, content.slice(0, content.length / 2));
      if (name === 'removeTree') rmSync(join(path, readdirSync(path)[0] ?? 'nothing'), { force: true });
    },
  ],
];

/** Ends a run at every step in turn, until one comes to its end. */
async function atEveryStep(
  torn: Parameters<typeof diskThatEndsAt>[1],
  run: (failing: FailingDisk) => Promise<void>,
): Promise<number> {
  for (let step = 0; ; step++) {
    const failing = diskThatEndsAt(step, torn);
    await run(failing);
    if (!failing.ended()) return step;
  }
}

describe.each(ways)('a run that is killed %s', (_name, torn) => {
  it('leaves each folder in its former state or the new one, and files of others alone', async () => {
    const seen = new Set<string>();
    const steps = await atEveryStep(torn, async ({ disk, ended }) => {
      const parent = newFolder({ 'outside.ts': 'theirs' });
      const [one, two] = [join(parent, 'one'), join(parent, 'two')];
      writeFiles(one, { ...former, 'gone/theirs.ts': 'theirs' });
      const owned = Object.keys(former);
      const wanted = [
        { folder: one, files: next, owned },
        { folder: two, files: second },
      ];
      await endAt(() => bring(wanted, disk), ended);
      expect(readFileSync(join(one, 'gone/theirs.ts'), 'utf8')).toBe('theirs');
      recover([one, two]);
      const { 'gone/theirs.ts': theirs, ...files } = readFiles(one);
      expect([theirs, readFileSync(join(parent, 'outside.ts'), 'utf8')]).toEqual(['theirs', 'theirs']);
      expect([former, next]).toContainEqual(files);
      expect([{}, second]).toContainEqual(readFiles(two));
      seen.add(files['differs.ts'] ?? '');
    });
    expect(steps).toBeGreaterThan(25);
    expect([...seen]).toEqual(['1', '2']);
  });

  it('also while it finishes what another one left', async () => {
    await atEveryStep(torn, async ({ disk, ended }) => {
      const folder = newFolder(former);
      await leaveJournal(folder);
      await endAt(() => recover([folder], disk), ended);
      recover([folder]);
      expect(readFiles(folder)).toEqual(next);
    });
  });
});

/** Passes on every error but the one by which a run ends. */
async function endAt(run: () => unknown, ended: () => boolean): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!ended() || !String(error).endsWith('killed')) throw error;
  }
}

/** Leaves a folder as a run does that is killed right after its decision. */
async function leaveJournal(folder: string): Promise<void> {
  const { disk } = diskThatEndsAt(2 + 4 + 1 + 1, () => {});
  await expect(bring([{ folder, files: next }], disk)).rejects.toThrow('killed');
  expect(readFiles(folder)).toMatchObject(former);
}

function removeByHalf(path: string): void {
  rmSync(join(path, 'old-2'));
  throw new Error('killed');
}

describe('after a killed run', () => {
  it('a file that somebody put where one was removed stays', async () => {
    const folder = newFolder(former);
    const { disk } = diskThatEndsAt(12, () => {});
    await expect(bring([{ folder, files: next }], disk)).rejects.toThrow('killed');
    const left = readFiles(folder);
    const removed = Object.keys(former).findLast((path) => path.startsWith('gone') && !(path in left)) ?? '';
    expect(removed).toBe('gone/deep/a.ts');
    writeFiles(folder, { [removed]: 'theirs' });
    expect(recover([folder])).toEqual([{ folder, finished: true }]);
    expect(readFiles(folder)).toEqual({ ...next, [removed]: 'theirs' });
  });

  it('so it does when the stage was half removed', async () => {
    const folder = newFolder(former);
    const disk = { ...realDisk, removeTree: removeByHalf };
    await expect(bring([{ folder, files: next }], disk)).rejects.toThrow('killed');
    writeFiles(folder, { 'gone/deep/a.ts': 'theirs' });
    expect(recover([folder])).toEqual([{ folder, finished: false }]);
    expect(readFiles(folder)).toEqual({ ...next, 'gone/deep/a.ts': 'theirs' });
  });

  it('what a living run prepares is left to it, and is no stray file', async () => {
    const folder = newFolder({ [`.generating-${process.ppid}-abc123/new-0`]: 'x', 'a.ts': '1' });
    expect(recover([folder])).toEqual([]);
    expect(await bring([{ folder, files: { 'a.ts': '1' } }])).toEqual([{ write: [], remove: [] }]);
  });

  it('an error while files are placed keeps the journal, and the next run completes it', async () => {
    const folder = newFolder(former);
    await leaveJournal(folder);
    rmSync(join(folder, 'folder/b.ts'));
    writeFileSync(join(folder, 'folder/theirs.ts'), 'theirs');
    expect(() => recover([folder])).toThrow('is a folder where a file is needed: remove it.');
    rmSync(join(folder, 'folder/theirs.ts'));
    recover([folder]);
    expect(readFiles(folder)).toEqual(next);
  });
});
