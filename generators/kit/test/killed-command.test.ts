import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles, writeFiles } from './support/folder.ts';
import { killedRun } from './support/killed-run.ts';
import { generate } from './support/output.ts';
import { generatedIn, newWorkspace, spec } from './support/workspace.ts';

/** Emits many files, some of which only one of two specs has. */
const generator = `export const generator = {
  name: 'test',
  emit: ({ operations: [{ summary }] }) =>
    Array.from({ length: 150 }, (_, index) => ({
      path: 'part-' + (index % 5) + '/' + (index % 3 === 0 ? summary.slice(0, -1).toLowerCase() : 'file') + index + '.ts',
      content: 'export const summary = ' + JSON.stringify(summary),
    })),
};
`;

const summaries = ['Acts.', 'Rests.'] as const;

interface Place {
  readonly folderOf: (workspace: string) => string;
  readonly flagsOf: (workspace: string) => readonly string[];
}

const outOf = (workspace: string): string => join(workspace, 'out');

const places: readonly (readonly [string, Place])[] = [
  ['in the workspace', { folderOf: generatedIn, flagsOf: () => [] }],
  ['elsewhere', { folderOf: outOf, flagsOf: (workspace) => ['--out', outOf(workspace)] }],
];

/** A workspace in which the first summary has been generated, and what each summary gives. */
async function settle({ folderOf, flagsOf }: Place) {
  const workspace = newWorkspace();
  writeFiles(workspace, { 'packages/shop/generator.mjs': generator });
  const [folder, flags] = [folderOf(workspace), flagsOf(workspace)];
  const save = (summary: string | undefined): void =>
    writeFileSync(join(workspace, 'spec/openapi.yaml'), spec(summary));
  const states: Record<string, string>[] = [];
  for (const summary of [summaries[1], summaries[0]]) {
    save(summary);
    expect(await generate(workspace, ...flags)).toMatchObject({ exitCode: 0 });
    states.unshift(readFiles(folder));
  }
  return { workspace, folder, flags, save, states };
}

/** Everything in the workspace but the spec and what is generated. */
function readOthers(workspace: string, folder: string): Record<string, string> {
  const isOther = (path: string): boolean =>
    !path.startsWith('spec/') && !join(workspace, path).startsWith(`${folder}/`);
  return Object.fromEntries(Object.entries(readFiles(workspace)).filter(([path]) => isOther(path)));
}

const stagesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith('.generating-'));

describe.each(places)('a run that generates %s', { timeout: 120_000 }, (_name, place) => {
  it('leaves the former files or the new ones when it is killed, as the next command sees them', async () => {
    const { workspace, folder, flags, save, states } = await settle(place);
    const others = readOthers(workspace, folder);
    let now = 0;
    for (let attempt = 0; attempt < 16; attempt++) {
      save(summaries[1 - now]);
      const moment = attempt % 2 === 0 ? 'staging' : 'decided';
      const delay = attempt % 4 < 2 ? 0 : Math.random() * 20;
      await killedRun(workspace, flags, { folder, moment, delay, signal: 'SIGKILL' });
      expect(readOthers(workspace, folder)).toEqual(others);
      const { exitCode } = await generate(workspace, ...flags, '--check');
      const files = readFiles(folder);
      expect(states).toContainEqual(files);
      // An old spec's code is out of date for the new one, and the check says so.
      expect(files).toEqual(states[exitCode === 0 ? 1 - now : now]);
      now = exitCode === 0 ? 1 - now : now;
    }
  });

  it.each([
    ['drops the change', 'SIGINT', 'staging', 0],
    ['drops the change', 'SIGTERM', 'staging', 0],
    ['completes the change', 'SIGINT', 'decided', 1],
    ['completes the change', 'SIGTERM', 'decided', 1],
  ] as const)(
    '%s and leaves no stage when %s comes while it is %s',
    async (_outcome, signal, moment, state) => {
      const { workspace, folder, flags, save, states } = await settle(place);
      save(summaries[1]);
      const end = await killedRun(workspace, flags, { folder, moment, delay: 0, signal });
      const isDone = end.code === 0;
      expect(end).toEqual(isDone ? { code: 0, signal: null } : { code: null, signal });
      expect(stagesIn(folder)).toEqual([]);
      // A signal can come when all is done.
      expect(readFiles(folder)).toEqual(states[isDone ? 1 : state]);
    },
  );
});
