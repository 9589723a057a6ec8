import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticError, formatDiagnostic } from '@swas/generator-model';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { emitLanguage } from './emit-language.ts';

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

const examples = `
Examples:
  $ pnpm generate --language python            regenerate packages/python-client
  $ pnpm generate --language go --out ../go    a client in Go, elsewhere

Exit codes: 0 done, 1 the client is out of date (--check), 2 bad usage, no Java, or a fault in the spec.`;

interface Flags {
  readonly language: string;
  readonly spec: string;
  readonly out?: string;
  readonly option: Readonly<Record<string, string>>;
  readonly check: boolean;
  readonly json: boolean;
}

function parseLanguage(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new InvalidArgumentError('It is a name such as python, go or typescript-fetch.');
}

function collectOption(text: string, former: Readonly<Record<string, string>>): Record<string, string> {
  const [name = '', ...value] = text.split('=');
  if (/^\w+$/.test(name) && value.length > 0) return { ...former, [name]: value.join('=') };
  throw new InvalidArgumentError('It is name=value, for example packageName=acme.');
}

function createCommand(): Command {
  return new Command('pnpm generate')
    .description('Emits a typed client in another language by openapi-generator. Needs Java 11 or later.')
    .requiredOption('--language <name>', "openapi-generator's name of the language", parseLanguage)
    .option('--spec <file>', 'the OpenAPI 3.1 spec', join(workspace, 'spec', 'openapi.yaml'))
    .option('--out <folder>', 'where to write it (default: packages/<language>-client)')
    .option('--option <name=value>', "one of the language's own options; may be repeated", collectOption, {})
    .option('--check', 'write nothing; exit 1 when the client is out of date', false)
    .option('--json', 'results and diagnostics as JSON on standard output', false)
    .addHelpText('after', examples)
    .allowExcessArguments(false)
    .exitOverride();
}

async function run({ language, spec, out, option, check, json }: Flags): Promise<number> {
  const folder = resolve(out ?? join(workspace, 'packages', `${language}-client`));
  const plan = await emitLanguage({ language, spec: resolve(spec), out: folder, options: option, check });
  const changed = plan.write.length + plan.remove.length > 0;
  const place = relative(process.cwd(), folder) || '.';
  const stale = [
    ...plan.write.map((path) => `differs  ${path}`),
    ...plan.remove.map((path) => `stray    ${path}`),
  ];
  const text = check
    ? changed
      ? `${stale.join('\n')}\n${place} is out of date: run \`pnpm generate --language ${language}\`.`
      : `${place} is up to date.`
    : `${place}: ${plan.write.length} file(s) written, ${plan.remove.length} removed, the rest unchanged.`;
  process.stdout.write(json ? `${JSON.stringify({ folder, upToDate: !changed, ...plan })}\n` : `${text}\n`);
  return check && changed ? 1 : 0;
}

function reportFailure(error: unknown, json: boolean): number {
  const diagnostics = error instanceof DiagnosticError ? error.diagnostics : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    const failure = diagnostics === undefined ? { error: message } : { diagnostics };
    process.stdout.write(`${JSON.stringify(failure)}\n`);
  } else {
    process.stderr.write(
      `${diagnostics?.map(formatDiagnostic).join('\n') ?? message}\nNothing was written.\n`,
    );
  }
  return 2;
}

/** The command behind `pnpm generate --language`. Answers the exit code; prints everything else. */
export async function main(argv: readonly string[]): Promise<number> {
  const command = createCommand();
  try {
    command.parse([...argv]);
    return await run(command.opts<Flags>());
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFailure(error, command.opts<Flags>().json);
  }
}
