import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Operation } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { emittedFile, type Generator } from '../src/index.ts';
import { updateGenerated } from '../src/generate.ts';
import { makeChanges } from '../src/make-changes.ts';
import { RunMemory } from '../src/run-memory.ts';
import { newFolder, readFiles } from './support/folder.ts';
import { modelOf, operationOf } from './support/models.ts';

let printed: string[] = [];

function printOperation({ name, summary }: Operation): string {
  if (summary === 'bad') throw new Error(`cannot emit ${name}`);
  printed.push(name);
  return `export const ${name} = "${summary}"`;
}

const printIndex = (operations: readonly Operation[]): string =>
  operations.map(({ name }) => `export * from './${name}.ts';`).join('\n');

/** A file for each operation, one of all, and one that tells nothing of what it depends on. */
const generator: Generator = {
  name: 'test',
  emit: ({ operations, title }) => [
    ...operations.map((operation) => emittedFile(`${operation.name}.ts`, printOperation, operation)),
    emittedFile('all/index.ts', printIndex, operations),
    { path: 'title.ts', content: `export const title = '${title}'` },
  ],
};

type Summaries = Readonly<Record<string, string>>;

const specOf = (summaries: Summaries): ReturnType<typeof modelOf> =>
  modelOf(Object.entries(summaries).map(([name, summary]) => operationOf({ name, summary })));

/** Brings a folder to a spec, as each run of a watcher does. */
async function run(
  folder: string,
  summaries: Summaries,
  memory = new RunMemory(),
): Promise<readonly string[]> {
  printed = [];
  const model = memory.shareModel(specOf(summaries));
  const [change] = await makeChanges(async (open) => {
    const options = { folder, changes: open(folder), memory: memory.of(folder) };
    return new Map([[folder, (await updateGenerated(options, generator, model)).stray]]);
  });
  memory.keep();
  return change?.write ?? [];
}

describe('a run that remembers the one before', () => {
  it('prints what an edit touches, and writes what differs', async () => {
    const folder = newFolder();
    const memory = new RunMemory();
    await run(folder, { a: '1', b: '1' }, memory);
    expect([await run(folder, { a: '1', b: '2' }, memory), printed]).toEqual([['b.ts'], ['b']]);
    expect([await run(folder, { a: '1', b: '2' }, memory), printed]).toEqual([[], []]);
  });

  it('brings back what somebody edited, deleted or put behind a link', async () => {
    const folder = newFolder();
    const memory = new RunMemory();
    await run(folder, { a: '1', b: '1', c: '1' }, memory);
    const wanted = readFiles(folder);
    writeFileSync(join(folder, 'a.ts'), 'edited');
    rmSync(join(folder, 'b.ts'));
    rmSync(join(folder, 'all'), { recursive: true });
    symlinkSync(newFolder({ 'index.ts': wanted['all/index.ts'] ?? '' }), join(folder, 'all'));
    expect(await run(folder, { a: '1', b: '1', c: '1' }, memory)).toEqual(['a.ts', 'b.ts', 'all/index.ts']);
    expect(readFiles(folder)).toEqual(wanted);
  });

  it('remembers nothing wrong of a run that failed', async () => {
    const folder = newFolder();
    const memory = new RunMemory();
    await run(folder, { a: '1', b: '1' }, memory);
    await expect(run(folder, { a: '2', b: 'bad' }, memory)).rejects.toThrow('cannot emit b');
    expect(readFiles(folder)).toMatchObject({ 'a.ts': "export const a = '1';\n" });
    expect(await run(folder, { a: '2', b: '1' }, memory)).toEqual(['a.ts']);
  });

  it('leaves the same bytes as one that remembers nothing, after any edits', async () => {
    const summaries = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '1', '2', 'bad'));
    const touched = fc.constantFrom('a.ts', 'title.ts', 'all', 'stray.ts');
    const edits = fc.array(fc.tuple(summaries, touched, fc.constantFrom('edit', 'remove', 'keep')), {
      minLength: 2,
      maxLength: 6,
    });
    const property = fc.asyncProperty(edits, async (sequence) => {
      const [folder, memory] = [newFolder(), new RunMemory()];
      for (const [spec, path, act] of sequence) {
        await run(folder, spec, memory).catch(() => {});
        if (Object.values(spec).includes('bad')) continue;
        const cold = newFolder();
        await run(cold, spec);
        expect(readFiles(folder)).toEqual(readFiles(cold));
        touch(join(folder, path), act);
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

/** What somebody may do to a file or folder between two runs. */
function touch(path: string, act: string): void {
  if (act === 'keep') return;
  rmSync(path, { recursive: true, force: true });
  if (act === 'remove') return;
  if (path.endsWith('.ts')) writeFileSync(path, 'edited');
  else mkdirSync(path);
}
