import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '@swas/generator-kit/writer';
import { expect, test } from 'vitest';
import { bringFolder, settleFolder } from '../src/owned-files.ts';
import { fill, newRoot } from './support/fill.ts';

const program = fileURLToPath(new URL('support/killed-at.mjs', import.meta.url));

const former = { 'a.py': 'old', 'same.py': 'same', 'gone/deep/b.py': 'old', place: 'a file' };
/** Bytes that are no text stay what they are. */
const next = {
  'a.py': 'new',
  'same.py': 'same',
  'new/c.jar': Buffer.from([0xff, 0x00, 0xfe]),
  'place/d.py': 'new',
};

/** Every file by path, one character a byte, but what a run has prepared. */
const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    listFiles(folder)
      .filter((path) => !path.startsWith('.generating-'))
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );

/** A client in its former state with a file of somebody else, a fresh generation, and one who knows the states. */
function settle() {
  const root = newRoot();
  const folder = fill(root, 'client', former, { 'gone/mine.txt': 'by hand', 'README.md': 'by hand' });
  const fresh = fill(root, 'fresh', next);
  return { root, folder, fresh };
}

test('a run that is killed at any step leaves the former client or the new one, and files of others', async () => {
  const { folder: reference, fresh: from } = settle();
  const states = [read(reference)];
  await bringFolder(reference, from);
  states.push(read(reference));
  expect(states[1]).toMatchObject({ 'gone/mine.txt': 'by hand', 'new/c.jar': '\u00ff\u0000\u00fe' });
  expect(Object.keys(states[1] ?? {})).not.toContain('gone/deep/b.py');

  const outcomes: number[] = [];
  for (let step = 0, killed = true; killed; step++) {
    const { root, folder, fresh } = settle();
    const { signal, status } = spawnSync(process.execPath, [program, folder, fresh, String(step)]);
    killed = signal === 'SIGKILL';
    expect([null, 0]).toContain(status);
    settleFolder(folder);
    const outcome = states.findIndex((state) => JSON.stringify(state) === JSON.stringify(read(folder)));
    expect([step, outcome]).not.toEqual([step, -1]);
    outcomes.push(outcome);
    expect(listFiles(root).filter((path) => path.includes('.generating-'))).toEqual([]);
    // The generation that was interrupted can be done again, wherever it stopped.
    await bringFolder(folder, fill(root, 'again', next));
    expect(read(folder)).toEqual(states[1]);
  }
  // The former state until the change is decided, the new one from then on.
  expect(outcomes.length).toBeGreaterThan(12);
  expect(outcomes).toEqual(outcomes.toSorted());
  expect(new Set(outcomes)).toEqual(new Set([0, 1]));
});
