/** `swas-contract send` and `sign`: repeat one call of a report, signed now. */
import { Command, Option } from 'commander';
import type { Catalogue, Tampering } from '../contract-case.ts';
import { makeCall, prepareCall, type Call } from '../run/request.ts';
import { DEFAULT_TIMEOUT, type RunSettings } from '../run/settings.ts';
import { credentialsFor, originOf } from './target.ts';
import { UsageError } from './usage-error.ts';

interface SendOptions {
  readonly to: string;
  readonly tamper?: Tampering;
  readonly curl?: boolean;
}

function queryOf(parameters: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parameters.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`${text}: expected a parameter like RegionId=cn-hangzhou.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

async function settingsFor(endpoint: string): Promise<RunSettings> {
  return {
    endpoint,
    credentials: await credentialsFor(endpoint),
    variables: {},
    others: {},
    level: 'gateway',
    ids: {},
    changes: true,
    spare: 0,
    restore: false,
    interval: 0,
    seed: 0,
    timeout: DEFAULT_TIMEOUT,
  };
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;

/** A configuration for `curl --config -`, which keeps the signature out of the process list. */
async function curlConfig(call: Call, catalogue: Catalogue, settings: RunSettings): Promise<string> {
  const { method, url, headers, body } = await prepareCall(call, catalogue, settings);
  const lines = Object.entries(headers).map(([name, value]) => `header = ${quoted(`${name}: ${value}`)}`);
  // Without a type of its own, curl would add one that is not signed.
  const type = headers['content-type'] === undefined ? ['header = "content-type:"'] : [];
  const data = body === undefined ? [] : [...type, `data-raw = ${quoted(String(body))}`];
  return [`request = ${method}`, `url = ${quoted(url)}`, ...lines, ...data, 'include', ''].join('\n');
}

/** The subcommand; `done` takes the exit code. */
export function sendCommand(catalogue: Catalogue, done: (exitCode: number) => void): Command {
  return new Command('send')
    .description('Makes one call, signed now: repeats a call of a report.')
    .argument('<action>', 'operation, like in the report')
    .argument('[parameters...]', 'parameters, like RegionId=cn-hangzhou')
    .requiredOption('--to <url>', 'endpoint')
    .addOption(new Option('--tamper <how>', 'spoil the request as a gateway case does'))
    .option('--curl', 'print a configuration for `curl --config -` instead of making the call')
    .action(async (action: string, parameters: readonly string[], options: SendOptions) => {
      const settings = await settingsFor(originOf(options.to, '--to'));
      const call = {
        action,
        query: queryOf(parameters),
        ...(options.tamper === undefined ? {} : { tamper: options.tamper }),
      };
      if (options.curl === true) {
        process.stdout.write(await curlConfig(call, catalogue, settings));
        return;
      }
      const { status, headers, text } = await makeCall(call, catalogue, settings);
      process.stdout.write(`${status} ${headers['content-type'] ?? ''}\n${text}\n`);
      done(status < 400 ? 0 : 1);
    });
}
