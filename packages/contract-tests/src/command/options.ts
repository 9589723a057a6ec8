/** The command's options, as they come from the command line. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { LEVELS, type Level } from '../contract-case.ts';
import { DEFAULT_TIMEOUT } from '../run/settings.ts';

export interface ContractOptions {
  readonly endpoint?: string;
  readonly region?: string;
  readonly images?: string;
  readonly destructive?: boolean;
  readonly level: Level;
  readonly report: readonly string[];
  readonly dryRun?: boolean;
  readonly rate?: number;
  readonly seed?: number;
  readonly timeout: number;
  readonly shard?: string;
  readonly fault: readonly string[];
}

const EXAMPLES = `
Examples:
  swas-contract                                          a mock gateway, started for the run
  swas-contract --report contract.html                   the same, with a page of all results
  swas-contract --endpoint http://127.0.0.1:8080         an endpoint; only what changes nothing
  swas-contract --endpoint https://swas.cn-hangzhou.aliyuncs.com --destructive --images ids.json --rate 10
                                                         everything, with images that may be shared and deleted
  swas-contract --dry-run                                list the requests without sending any

Credentials: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or where the official tools keep them.
Exit code: 0 every case passed, 1 a case failed, 2 wrong usage.`;

function number(least: number, what: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isFinite(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected ${what}, like ${Math.max(least, 10)}.`);
  };
}

function reportFile(text: string, before: readonly string[]): readonly string[] {
  if (/\.(?:html|json|xml)$/iu.test(text)) return [...before, text];
  throw new InvalidArgumentError('Expected a file that ends in .html, .json or .xml.');
}

function shardText(text: string): string {
  const [, part, parts] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  if (part !== undefined && Number(part) >= 1 && Number(part) <= Number(parts)) return text;
  throw new InvalidArgumentError('Expected PART/PARTS, like 1/3.');
}

/** The command with its options, without what it does. */
export function contractCommand(): Command {
  return new Command('swas-contract')
    .description('Finds out which documented rules an endpoint breaks.')
    .option('--endpoint <url>', 'endpoint to examine; default: a mock gateway started for the run')
    .option('--region <id>', 'region to use')
    .option('--images <ids>', 'ids separated by commas, or a JSON file, of images that may be used up')
    .option('--destructive', 'run cases that share and delete the given images, too')
    .addOption(
      new Option('--level <level>', "how far from the operations' own pages rules may be documented")
        .choices(LEVELS)
        .default('linked'),
    )
    .addOption(
      new Option(
        '--report <file>',
        'write a report: .html, .json or .xml (JUnit); may be given more than once',
      )
        .argParser(reportFile)
        .default([], 'none'),
    )
    .option('--dry-run', 'list the requests, send none')
    .option('--rate <calls>', 'most calls a minute', number(1, 'a number of calls'))
    .option('--seed <number>', 'repeat the tokens and made-up ids of an earlier run', number(0, 'a number'))
    .option(
      '--timeout <ms>',
      'milliseconds until a call counts as unanswered',
      number(1, 'milliseconds'),
      DEFAULT_TIMEOUT,
    )
    .option('--shard <part/parts>', 'run one part of the files, like 1/3', shardText)
    .addOption(
      new Option('--fault <name>', 'switch a fault of the started mock gateway on, to see it caught')
        .argParser((name: string, before: readonly string[]) => [...before, name])
        .default([], 'none'),
    )
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Run with --help to see the options.')
    .exitOverride();
}
