import { join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { asksForLanguage, runLanguage } from './language.ts';
import { exitCodes, reportFailure } from './report.ts';
import { runOnce, type RunOptions } from './run.ts';
import { findWorkspace } from './workspace.ts';

const examples = `
Examples:
  $ pnpm generate                               regenerate this workspace from spec/openapi.yaml
  $ pnpm generate --check                       fail when generated code is out of date
  $ pnpm generate --watch                       regenerate on every saved edit
  $ pnpm generate --spec ecs.yaml --out ../ecs  complete packages for another API
  $ pnpm generate --language go --out ../go     a client in Go; --language go --help says more

Exit codes: 0 done, 1 generated code is out of date (--check), 2 bad usage or a fault in the spec.`;

interface Flags {
  readonly spec?: string;
  readonly workflows?: string;
  readonly out?: string;
  readonly scope: string;
  readonly check: boolean;
  readonly watch: boolean;
  readonly only?: string;
  readonly json: boolean;
}

function createCommand(): Command {
  return new Command('pnpm generate')
    .description(
      'Emits the client, the validator, the contract tests and the mock gateway from an OpenAPI spec.',
    )
    .option('--spec <file>', 'the OpenAPI 3.1 spec (default: spec/openapi.yaml)')
    .option('--workflows <file>', 'its Arazzo workflows (default: workflows.arazzo.yaml beside the spec)')
    .option('--out <folder>', 'write complete packages there instead of into this workspace')
    .option('--scope <scope>', 'npm scope of the packages that --out writes', '@swas')
    .option(
      '--check',
      'write nothing; exit 1 and show the difference when generated code is out of date',
      false,
    )
    .option('--watch', 'stay and regenerate whenever the spec is saved', false)
    .option('--only <name>', 'only this package: client, validator, contract-tests, …')
    .option('--language <name>', 'a client in another language instead: python, go, java, … (needs Java)')
    .option('--json', 'diagnostics and results as JSON on standard output', false)
    .addHelpText('after', examples)
    .allowExcessArguments(false)
    .exitOverride();
}

function checkFlags(command: Command, flags: Flags): void {
  if (flags.check && flags.watch) command.error('--check and --watch exclude each other: choose one.');
  if (flags.out !== undefined && flags.only !== undefined)
    command.error('--out writes all packages: leave out --only.');
  if (!/^@[a-z0-9][a-z0-9._-]*$/.test(flags.scope)) command.error('--scope must look like @acme.');
}

function toRunOptions({ spec, workflows, out, only, ...flags }: Flags, workspace: string): RunOptions {
  return {
    ...flags,
    workspace,
    spec: resolve(spec ?? join(workspace, 'spec', 'openapi.yaml')),
    ...(workflows === undefined ? {} : { workflows: resolve(workflows) }),
    ...(out === undefined ? {} : { out: resolve(out) }),
    ...(only === undefined ? {} : { only }),
  };
}

/**
 * The `generate` command. Answers the exit code; prints everything else.
 * @param workspace the workspace whose packages are regenerated: the one that this kit belongs to, unless another is given.
 */
export async function main(argv: readonly string[], workspace: string = findWorkspace()): Promise<number> {
  const command = createCommand();
  try {
    if (asksForLanguage(argv)) return runLanguage(workspace, argv);
    command.parse([...argv]);
    const flags = command.opts<Flags>();
    checkFlags(command, flags);
    const options = toRunOptions(flags, workspace);
    if (!flags.watch) return await runOnce(options);
    // Loaded only here: a single run needs no watcher.
    const { watchSpec } = await import('./watch.ts');
    await watchSpec(options);
    return exitCodes.success;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.badInput;
    return reportFailure(error, command.opts<Flags>().json);
  }
}
