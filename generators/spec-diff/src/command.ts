import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticError, formatDiagnostic } from '@swas/generator-model';
import { Command, CommanderError } from 'commander';
import type { Change } from './change.ts';
import { diffSpecs } from './diff-specs.ts';
import { writeFormerSpec } from './former-spec.ts';
import { describeChanges } from './report.ts';

const ownSpec = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url));

const examples = `
Examples:
  $ pnpm spec:diff             what the edits since the last commit do to callers
  $ pnpm spec:diff v1.0.0      what all edits since v1.0.0 do

Exit codes: 0 nothing breaks callers, 1 something does, 2 bad usage or a spec that cannot be read.`;

interface Flags {
  readonly spec: string;
  readonly json: boolean;
}

function createCommand(): Command {
  return new Command('pnpm spec:diff')
    .description('Says which edits of the spec break callers.')
    .argument('[revision]', 'commit, branch or tag to compare with', 'HEAD')
    .option('--spec <file>', 'the OpenAPI 3.1 spec', ownSpec)
    .option('--json', 'the changes as JSON on standard output', false)
    .addHelpText('after', examples)
    .allowExcessArguments(false)
    .exitOverride();
}

function changesSince(revision: string, spec: string): readonly Change[] {
  const folder = mkdtempSync(join(tmpdir(), 'swas-spec-diff-'));
  try {
    return diffSpecs(writeFormerSpec(spec, revision, folder), spec);
  } catch (error) {
    throw error instanceof DiagnosticError ? namingRevision(error, folder, revision) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The former spec's copy is gone when somebody reads of its faults, which therefore name the file in the repository. */
function namingRevision({ diagnostics }: DiagnosticError, folder: string, revision: string): DiagnosticError {
  return new DiagnosticError(
    diagnostics.map((each) => {
      const path = resolve(each.file);
      if (!path.startsWith(folder + sep)) return each;
      return { ...each, file: `${relative(folder, path)} at ${revision}` };
    }),
  );
}

/** The `spec:diff` command. Answers the exit code; prints everything else. */
export function main(argv: readonly string[]): number {
  const command = createCommand();
  try {
    command.parse([...argv]);
    const [revision = 'HEAD'] = command.processedArgs as string[];
    const { spec, json } = command.opts<Flags>();
    const changes = changesSince(revision, resolve(spec));
    const breaks = changes.some(({ impact }) => impact === 'breaking');
    const text = json
      ? JSON.stringify({ breaking: breaks, changes }, null, 2)
      : describeChanges(changes, revision);
    process.stdout.write(`${text}\n`);
    return breaks ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${explain(error)}\n`);
    return 2;
  }
}

function explain(error: unknown): string {
  if (error instanceof DiagnosticError) return error.diagnostics.map(formatDiagnostic).join('\n');
  return error instanceof Error ? error.message : String(error);
}
