import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { DiagnosticError } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { RunMemory } from '../src/run-memory.ts';
import { rehearse, runOnce, type RunOptions } from '../src/run.ts';
import { captureOutput } from './support/output.ts';
import { emitted, generated, newWorkspace, spec } from './support/workspace.ts';

const optionsFor = (workspace: string): RunOptions => {
  const file = join(workspace, 'spec/openapi.yaml');
  return { workspace, spec: file, scope: '@swas', check: false, json: false };
};

/** A workspace whose spec is saved again and again. */
class Edited {
  readonly #workspace = newWorkspace();
  readonly #memory: RunMemory | undefined;

  constructor(memory?: RunMemory) {
    this.#memory = memory;
  }

  /** What stands on disk after a run, and what it reports. */
  async outcomeOf(text: string): Promise<readonly [unknown, unknown]> {
    const options = optionsFor(this.#workspace);
    writeFileSync(options.spec, text);
    const fault = await runOnce(options, this.#memory).catch((error: unknown) =>
      error instanceof DiagnosticError
        ? error.diagnostics.map(({ file: _file, ...rest }) => rest)
        : String(error),
    );
    return [generated(this.#workspace), fault];
  }
}

const operation = (name: string, summary: string): string => `  /${name}:
    post:
      operationId: ${name}
      summary: ${summary}
      responses: { '200': { description: Done. } }
`;

/** The summaries of some operations; `Fails.` is one that the generator refuses. */
const texts = fc
  .array(
    fc.record({
      name: fc.constantFrom('Act', 'act', 'Other', 'Third'),
      summary: fc.constantFrom('Acts.', 'Acts.', 'Acts well.', '[', 'Fails.', '1', '|\n        Acts.\n'),
      key: fc.constantFrom('operationId', 'operationId', 'operationId', 'operationid'),
    }),
    { maxLength: 4 },
  )
  .map((operations) => {
    const [head = ''] = spec().split('  /Act:');
    const parts = operations.map(({ name, summary, key }) =>
      operation(name, summary).replace('operationId', key),
    );
    return head + parts.join('');
  });

describe('a watched spec', () => {
  it('leaves the same files and reports the same faults as one that is not watched, after any edits', async () => {
    captureOutput();
    const property = fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 8 }), async (sequence) => {
      const [warm, cold] = [new Edited(new RunMemory()), new Edited()];
      for (const text of sequence) expect(await warm.outcomeOf(text)).toEqual(await cold.outcomeOf(text));
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('is left as it was by a run that another change overtakes', async () => {
    captureOutput();
    const workspace = newWorkspace();
    const [options, memory] = [optionsFor(workspace), new RunMemory()];
    await runOnce(options, memory);
    writeFileSync(options.spec, spec('Half an edit.'));
    const overtaken = runOnce(options, memory, () => Promise.reject(new Error('overtaken')));
    await expect(overtaken).rejects.toThrow('overtaken');
    expect(generated(workspace)).toEqual(emitted());
    writeFileSync(options.spec, spec('The whole edit.'));
    await runOnce(options, memory);
    expect(generated(workspace)).toEqual(emitted('The whole edit.'));
  });

  it('is rehearsed with an edit', async () => {
    const workspace = newWorkspace();
    const generator = join(workspace, 'packages/shop/generator.mjs');
    writeFileSync(generator, readFileSync(generator, 'utf8').replace("'Fails.'", "'Acts. Edited.'"));
    await expect(rehearse(optionsFor(workspace), new RunMemory())).rejects.toThrow('cannot emit Act');
  });
});
