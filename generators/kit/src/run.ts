import { relative } from 'node:path';
import { loadSpec, type ApiModel, type Diagnostic } from '@swas/generator-model';
import pc from 'picocolors';
import { isUnchanged, type FolderChanges } from './changes.ts';
import { makeChanges } from './make-changes.ts';
import type { PreparedChange } from './prepared-change.ts';
import { recoverAloud } from './recover.ts';
import { exitCodes, printWarnings } from './report.ts';
import type { RunMemory } from './run-memory.ts';
import type { ContentSink } from './update-folder.ts';
import { foldersOf, updateAll, type Comparison, type Selection } from './update-all.ts';

/** Options of the `generate` command, after parsing. */
export interface RunOptions extends Selection {
  readonly spec: string;
  readonly workflows?: string;
  readonly check: boolean;
  readonly json: boolean;
}

/** One run: what was asked for, the model that it is about, and what is known from the run before. */
interface Run {
  readonly options: RunOptions;
  readonly model: ApiModel;
  /** What is wrong in the spec and keeps nobody from using it. */
  readonly warnings: readonly Diagnostic[];
  readonly memory: RunMemory | undefined;
  /** Waited for when all is prepared, before anything is changed. */
  readonly ready: (() => Promise<void>) | undefined;
}

function say(options: RunOptions, line: string): void {
  if (!options.json) process.stdout.write(`${line}\n`);
}

function compare({ options, model, memory }: Run, open: Comparison['open']): ReturnType<typeof updateAll> {
  const onPackage = (name: string, files: number): void =>
    say(options, `  ${name.padEnd(16)} ${files} file(s)`);
  return updateAll(options, model, { open, memory, onPackage });
}

/** What would change, in memory: for people to look at. */
async function findChanges(run: Run): Promise<readonly FolderChanges[]> {
  const folders = new Map<string, Map<string, string>>();
  const strays = await compare(run, (folder) => {
    const write = new Map<string, string>();
    folders.set(folder, write);
    return { add: (path, content) => void write.set(path, content) };
  });
  return [...folders].map(([folder, write]) => ({ folder, write, remove: strays.get(folder) ?? [] }));
}

/** The warnings, where there are any, as a part of the JSON that a run answers. */
const told = ({ warnings }: Run): Partial<Pick<Run, 'warnings'>> =>
  warnings.length === 0 ? {} : { warnings };

async function check(run: Run): Promise<number> {
  const { options } = run;
  const stale = (await findChanges(run)).filter((changes) => !isUnchanged(changes));
  if (options.json) {
    const changes = stale.map(({ folder, write, remove }) => ({ folder, write: [...write.keys()], remove }));
    process.stdout.write(
      `${JSON.stringify({ upToDate: stale.length === 0, changes, ...told(run) }, null, 2)}\n`,
    );
  }
  if (stale.length === 0) {
    say(options, pc.green('Generated code is up to date.'));
    return exitCodes.success;
  }
  // Loaded only here: most runs have no difference to show.
  const { describeChanges } = await import('./show-changes.ts');
  for (const line of describeChanges(stale, process.cwd())) say(options, line);
  // Where the packages stand elsewhere, `pnpm generate` alone would write others.
  const mend = options.out === undefined ? 'run `pnpm generate`' : 'run the same without `--check`';
  say(options, pc.red(`Generated code is out of date: ${mend}.`));
  return exitCodes.checkFailed;
}

/** Everything is emitted and formatted before anything is changed. */
async function carryOut(run: Run, started: number): Promise<number> {
  const changes = await makeChanges(async (open) => {
    const strays = await compare(run, open);
    await run.ready?.();
    return strays;
  });
  const count = (pick: (change: PreparedChange) => number): number =>
    changes.reduce((sum, each) => sum + pick(each), 0);
  const written = count((change) => change.write.length);
  const removed = count((change) => change.remove.length);
  if (run.options.json) process.stdout.write(`${JSON.stringify({ written, removed, ...told(run) })}\n`);
  const outcome = `${written} file(s) written, ${removed} removed, the rest unchanged`;
  say(run.options, `${pc.green('Generated')}: ${outcome} (${Math.round(performance.now() - started)} ms).`);
  return exitCodes.success;
}

function load(
  { spec, workflows }: RunOptions,
  memory: RunMemory | undefined,
): Pick<Run, 'model' | 'warnings'> {
  const options = {
    ...(workflows === undefined ? {} : { workflows }),
    ...(memory === undefined ? {} : { memory: memory.spec }),
  };
  const { model, warnings } = loadSpec(spec, options);
  return { model: memory?.shareModel(model) ?? model, warnings };
}

const nowhere: ContentSink = { add: () => {} };

/** A model in which one operation reads otherwise. */
function edited(model: ApiModel, turn: number): ApiModel {
  const chosen = turn % model.operations.length;
  const operations = model.operations.map((operation, index) =>
    index === chosen ? { ...operation, summary: `${operation.summary} Edited.` } : operation,
  );
  return { ...model, operations };
}

/**
 * Does what a run does after an edit to one operation, but changes nothing and says nothing. The next run is then the faster.
 * @param turn which operation: another one for each number
 * @throws Error as `runOnce` does
 */
export async function rehearse(options: RunOptions, memory: RunMemory, turn = 0): Promise<void> {
  const model = edited(load(options, memory).model, turn);
  await updateAll(options, model, { open: () => nowhere, memory, onPackage: () => {} });
}

/**
 * One run of the command; answers its exit code. What an interrupted run has left is settled first, also by a check: else it would
 * judge half a change.
 * @param ready waited for when all is prepared, before anything is changed; when it throws, nothing is.
 * @throws DiagnosticError
 */
export async function runOnce(
  options: RunOptions,
  memory?: RunMemory,
  ready?: () => Promise<void>,
): Promise<number> {
  const started = performance.now();
  recoverAloud(foldersOf(options));
  const loaded = load(options, memory);
  const { operations, schemas, workflows } = loaded.model;
  const counts = `${operations.length} operation(s), ${schemas.length} schema(s), ${workflows.length} workflow(s)`;
  say(options, `${relative(process.cwd(), options.spec)}: ${counts}`);
  const run = { options, ...loaded, memory, ready };
  const exitCode = await (options.check ? check(run) : carryOut(run, started));
  memory?.keep();
  if (!options.json) printWarnings(loaded.warnings);
  return exitCode;
}
