import { join, relative, resolve } from 'node:path';
import { loadSpec, type LoadedSpec } from '@swas/generator-model';
import pc from 'picocolors';
import { applyChanges, type FolderChanges } from './apply-changes.ts';
import { isUnchanged } from './changes.ts';
import { generatedFolder, planPackages } from './generate.ts';
import { recoverAloud } from './recover.ts';
import { exitCodes } from './report.ts';
import { planStandalone } from './standalone.ts';
import { findGeneratedPackages, type GeneratedPackage } from './workspace.ts';

/** Options of the `generate` command, after parsing. */
export interface RunOptions {
  /** The workspace's root. */
  readonly workspace: string;
  readonly spec: string;
  readonly workflows?: string;
  /** Folder that receives complete packages; without it the workspace's own packages are regenerated. */
  readonly out?: string;
  /** Package scope of the complete packages, such as `@acme`. */
  readonly scope: string;
  readonly check: boolean;
  /** Folder name of the only package to regenerate. */
  readonly only?: string;
  readonly json: boolean;
}

/** What a run did. */
export interface RunResult {
  readonly exitCode: number;
  /** Files that the spec consists of, for a watcher. */
  readonly files: readonly string[];
}

function selectPackages({ workspace, only }: RunOptions): readonly GeneratedPackage[] {
  const packages = findGeneratedPackages(workspace);
  const selected = only === undefined ? packages : packages.filter(({ name }) => name === only);
  if (selected.length > 0) return selected;
  if (only === undefined) throw new Error(`${workspace}/packages holds no package with a "generator".`);
  throw new Error(
    `No generated package is called ${only}: use one of ${packages.map(({ name }) => name).join(', ')}.`,
  );
}

function say(options: RunOptions, line: string): void {
  if (!options.json) process.stdout.write(`${line}\n`);
}

/** Folders that a run compares and changes. */
function foldersOf(options: RunOptions): readonly string[] {
  if (options.out !== undefined) return [resolve(options.out)];
  return selectPackages(options).map(({ folder }) => join(folder, generatedFolder));
}

async function plan(options: RunOptions, spec: LoadedSpec): Promise<readonly FolderChanges[]> {
  const onPackage = (name: string, files: number): void =>
    say(options, `  ${name.padEnd(16)} ${files} file(s)`);
  const packages = selectPackages(options);
  if (options.out === undefined) return planPackages(packages, spec.model, onPackage);
  return [await planStandalone({ ...options, out: resolve(options.out), packages }, spec.model, onPackage)];
}

async function finishCheck(options: RunOptions, plans: readonly FolderChanges[]): Promise<number> {
  const stale = plans.filter((changes) => !isUnchanged(changes));
  if (options.json) {
    const changes = stale.map(({ folder, write, remove }) => ({ folder, write: [...write.keys()], remove }));
    process.stdout.write(`${JSON.stringify({ upToDate: stale.length === 0, changes }, null, 2)}\n`);
  }
  if (stale.length === 0) {
    say(options, pc.green('Generated code is up to date.'));
    return exitCodes.success;
  }
  // Loaded only here: most runs have no difference to show.
  const { describeChanges } = await import('./show-changes.ts');
  for (const line of describeChanges(stale, process.cwd())) say(options, line);
  say(options, pc.red('Generated code is out of date: run `pnpm generate`.'));
  return exitCodes.checkFailed;
}

function finishWrite(options: RunOptions, plans: readonly FolderChanges[], started: number): void {
  applyChanges(plans);
  const count = (pick: (changes: FolderChanges) => number): number =>
    plans.reduce((sum, each) => sum + pick(each), 0);
  const [written, removed] = [count(({ write }) => write.size), count(({ remove }) => remove.length)];
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ written, removed })}\n`);
    return;
  }
  const time = Math.round(performance.now() - started);
  say(
    options,
    `${pc.green('Generated')}: ${written} file(s) written, ${removed} removed, the rest unchanged (${time} ms).`,
  );
}

/**
 * One run of the command. What an interrupted run has left is settled first, also by a check: else it would judge half a change.
 * Everything is emitted and formatted before anything else is written. @throws DiagnosticError
 */
export async function runOnce(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  recoverAloud(foldersOf(options));
  const spec = loadSpec(
    options.spec,
    options.workflows === undefined ? {} : { workflows: options.workflows },
  );
  const { operations, schemas, workflows } = spec.model;
  const counts = `${operations.length} operation(s), ${schemas.length} schema(s), ${workflows.length} workflow(s)`;
  say(options, `${relative(process.cwd(), options.spec)}: ${counts}`);
  const plans = await plan(options, spec);
  if (options.check) return { exitCode: await finishCheck(options, plans), files: spec.files };
  finishWrite(options, plans, started);
  return { exitCode: exitCodes.success, files: spec.files };
}
