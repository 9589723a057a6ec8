import { CommanderError } from 'commander';
import { availableFaults } from '../faults/parse-faults.ts';
import { startGateway, type Gateway } from '../gateway.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Proxy } from '../proxy/start-proxy.ts';
import { readImagesFile } from '../images-file.ts';
import { UsageError } from '../usage-error.ts';
import { buildCommand, type CommandOptions } from './command.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { untilStopped } from './until-stopped.ts';

const badUsage = 2;
const failure = 1;

/** Runs the command line to its end. Answers the exit code: 2 for bad usage, 1 for a failure. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  try {
    const command = buildCommand().parse(argv);
    await run(command.opts<CommandOptions>());
    return 0;
  } catch (error) {
    return report(error);
  }
}

async function run(options: CommandOptions): Promise<void> {
  if (options.listFaults) {
    listFaults();
    return;
  }
  const catalogue = options.spec === undefined ? undefined : await loadCatalogue(options.spec);
  const started = options.forward
    ? await startSigningProxy(options, catalogue)
    : await startEmulator(options, catalogue);
  process.stdout.write(`listening on ${started.url}\n`);
  await untilStopped();
  await started.close();
}

/** Loaded when asked for: TLS would add a tenth to the start of every gateway. */
async function startSigningProxy(options: CommandOptions, catalogue: Catalogue | undefined): Promise<Proxy> {
  if (options.site !== undefined) process.stderr.write('--site is left out: the proxy serves no pages.\n');
  const { proxyOptions } = await import('./proxy-options.ts');
  const { startProxy } = await import('../proxy/start-proxy.ts');
  return startProxy(proxyOptions(options, catalogue, process.env));
}

async function startEmulator(options: CommandOptions, catalogue: Catalogue | undefined): Promise<Gateway> {
  const { port, host, unsigned, accessKey: accessKeys, fault: faults, images, state, site, cors } = options;
  const gateway = await startGateway({
    port,
    host,
    unsigned,
    accessKeys,
    faults,
    cors,
    ...(site === undefined ? {} : { site }),
    ...(images === undefined ? {} : { images: readImagesFile(images) }),
    ...(state === undefined ? {} : { stateFile: state }),
    ...(catalogue === undefined ? {} : { catalogue }),
  });
  const keys = accessKeys.map(({ id }) => id).join(', ');
  process.stdout.write(`${gateway.images().length} images; accepted keys: ${keys}\n`);
  return gateway;
}

function listFaults(): void {
  const width = Math.max(...availableFaults.map(({ name }) => name.length));
  for (const { name, breaks } of availableFaults) process.stdout.write(`${name.padEnd(width)}  ${breaks}\n`);
}

function report(error: unknown): number {
  // Commander has printed its own message, and ends `--help` this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : badUsage;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof UsageError ? badUsage : failure;
}
