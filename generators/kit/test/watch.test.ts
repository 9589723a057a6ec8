import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { RunMemory } from '../src/run-memory.ts';
import { rehearse, runOnce } from '../src/run.ts';
import { watchSpec } from '../src/watch.ts';
import { writeFiles } from './support/folder.ts';
import { captureOutput } from './support/output.ts';
import { emitted, generated, newWorkspace, spec } from './support/workspace.ts';

const soon = { timeout: 8_000, interval: 20 };

/** Starts to watch a workspace; answers what was printed and how to save its spec. */
async function watching(
  workspace: string,
): Promise<{ err: () => string; save: (text: string, path?: string) => void }> {
  const { err } = captureOutput();
  const controller = new AbortController();
  const options = {
    workspace,
    spec: join(workspace, 'spec/openapi.yaml'),
    scope: '@swas',
    check: false,
    json: false,
  };
  const done = watchSpec(options, controller.signal);
  onTestFinished(async () => {
    controller.abort();
    await done;
  });
  await vi.waitFor(() => expect(err()).toContain('Watching for changes'), soon);
  return { err, save: (text, path = 'openapi.yaml') => writeFileSync(join(workspace, 'spec', path), text) };
}

/** A spec whose answer is described in another file. */
const split = spec().replace(
  'description: Done.',
  "description: Done., content: { application/json: { schema: { $ref: 'parts.yaml#/A' } } }",
);

describe('generate --watch', { timeout: 30_000 }, () => {
  it('generates at once, and after every edit', async () => {
    const workspace = newWorkspace();
    const { save } = await watching(workspace);
    expect(generated(workspace)).toEqual(emitted());
    for (const summary of ['First.', 'Second.']) {
      save(spec(summary));
      await vi.waitFor(() => expect(generated(workspace)).toEqual(emitted(summary)), soon);
    }
  });

  it('survives a broken edit: shows the fault, leaves generated code, goes on after the next good one', async () => {
    const workspace = newWorkspace();
    const { err, save } = await watching(workspace);
    save(spec().replace('summary', 'sumary'));
    await vi.waitFor(() => expect(err()).toContain('did you mean `summary`?'), soon);
    expect(generated(workspace)).toEqual(emitted());
    save(spec('Mended.'));
    await vi.waitFor(() => expect(generated(workspace)).toEqual(emitted('Mended.')), soon);
  });

  it('starts with a broken spec', async () => {
    const workspace = newWorkspace();
    writeFiles(workspace, { 'spec/openapi.yaml': 'openapi: [' });
    const { save } = await watching(workspace);
    save(spec());
    await vi.waitFor(() => expect(generated(workspace)).toEqual(emitted()), soon);
  });

  it('watches the files that the spec refers to, also one that was broken from the first', async () => {
    const workspace = newWorkspace();
    const { err, save } = await watching(workspace);
    save('A: { type: strnig }', 'parts.yaml');
    save(split);
    await vi.waitFor(() => expect(err()).toContain('did you mean `string`?'), soon);
    const runs = (): number => err().split('Watching for changes').length;
    const before = runs();
    save('A: { type: string }', 'parts.yaml');
    await vi.waitFor(() => expect(runs()).toBeGreaterThan(before), soon);
    rmSync(join(workspace, 'spec/parts.yaml'));
    await vi.waitFor(() => expect(err()).toContain('`$ref` to a missing file'), soon);
  });
});

describe('a rehearsal', () => {
  it('changes nothing and says nothing, and the run after it does all the same', async () => {
    const { out, err } = captureOutput();
    const workspace = newWorkspace();
    const before = generated(workspace);
    const memory = new RunMemory();
    const file = join(workspace, 'spec/openapi.yaml');
    const options = { workspace, spec: file, scope: '@swas', check: false, json: false };
    await rehearse(options, memory);
    expect([generated(workspace), out(), err()]).toEqual([before, '', '']);
    await runOnce(options, memory);
    expect(generated(workspace)).toEqual(emitted());
    writeFileSync(file, spec('Edited.'));
    await rehearse(options, memory);
    expect(generated(workspace)).toEqual(emitted());
    await runOnce(options, memory);
    expect(generated(workspace)).toEqual(emitted('Edited.'));
  });
});
