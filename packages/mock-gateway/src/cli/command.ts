import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../usage-error.ts';
import { defaultAccessKey, type AccessKey } from '../auth/access-keys.ts';

/** What the command line was asked for. */
export interface CommandOptions {
  readonly port: number;
  readonly host: string;
  readonly spec?: string;
  readonly images?: string;
  readonly accessKey: readonly AccessKey[];
  readonly unsigned: boolean;
  readonly state?: string;
  readonly site?: string;
  readonly cors: readonly string[];
  readonly fault: readonly string[];
  readonly listFaults: boolean;
  readonly forward: boolean;
  readonly endpoint?: string;
  readonly region?: string;
  readonly allow: readonly string[];
  readonly allowWrites: boolean;
}

const examples = `
Examples:
  $ swas-mock-gateway --port 8080
  $ swas-mock-gateway --port 8080 --unsigned            ordinary OpenAPI tools, POST /<Action>
  $ swas-mock-gateway --images images.json --state state.json
  $ swas-mock-gateway --access-key ID:SECRET --access-key STS.ID:SECRET:TOKEN
  $ swas-mock-gateway --unsigned --cors http://localhost:5173
  $ swas-mock-gateway --fault token-ignored --fault latency=200
  $ swas-mock-gateway --spec other-api.yaml --unsigned
  $ swas-mock-gateway --forward --region cn-hangzhou --allow-writes

Images: JSON [{"RegionId": "cn-hangzhou", "ImageId": "m-1", "Shared": false}]; without a file, 48 unshared images
m-mock0001 to m-mock0048 and 4 shared ones in cn-hangzhou, two in each of six other regions, and
those that the spec's example requests name.
Key without --access-key: ${defaultAccessKey.id} with secret ${defaultAccessKey.secret}.
Status page: /_gateway/, and / without --site.
Control, for programs on this machine: POST /_gateway/reset, GET /_gateway/images, GET /_gateway/calls, PUT /_gateway/faults.
--forward takes its key from ALIBABA_CLOUD_ACCESS_KEY_ID, _ACCESS_KEY_SECRET and _SECURITY_TOKEN. It refuses --cors and leaves
--site out: a web page would act with your key.
`;

/** The command line, without its action. */
export function buildCommand(): Command {
  return new Command('swas-mock-gateway')
    .description(
      'A stateful emulator of the Alibaba Cloud gateway, and a signing proxy in front of the real one.',
    )
    .option('--port <number>', 'TCP port; 0 takes any free one', parsePort, 0)
    .option('--host <address>', 'address to listen on; anything but loopback lets others in', '127.0.0.1')
    .option('--spec <file>', 'emulate the API of this OpenAPI spec instead of the built-in one')
    .option('--images <file>', 'images to start with, as JSON')
    .addOption(
      new Option('--access-key <id:secret[:token]>', 'key that may sign; repeatable')
        .argParser(collectKey)
        .default([defaultAccessKey], defaultAccessKey.id),
    )
    .option('--unsigned', 'accept façade calls (POST /<Action>) without a signature', false)
    .option('--state <file>', 'keep the images in this file')
    .option('--site <dir>', 'serve these static files to browsers at /')
    .addOption(
      new Option('--cors <origin>', 'let web pages of this origin call; repeatable, * for all')
        .argParser(collect)
        .default([]),
    )
    .addOption(
      new Option('--fault <name>', 'be wrong in this way; repeatable').argParser(collect).default([]),
    )
    .option('--list-faults', 'list the faults and end', false)
    .option('--forward', 'sign façade calls and pass them on to the real endpoint', false)
    .option('--endpoint <url>', 'with --forward: endpoint to use instead of the one of the region')
    .option('--region <id>', 'with --forward: region of calls that name none')
    .addOption(
      new Option('--allow <action>', 'with --forward: pass only these on; repeatable')
        .argParser(collect)
        .default([]),
    )
    .option('--allow-writes', 'with --forward: pass calls on that can change or destroy something', false)
    .addHelpText('after', examples)
    .exitOverride()
    .allowExcessArguments(false);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535.');
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

/** The first key given replaces the default one. */
function collectKey(text: string, before: readonly AccessKey[]): readonly AccessKey[] {
  const [id, secret, ...token] = text.split(':');
  // Not commander's own error, which repeats the text: it may hold a secret.
  if (!id || !secret)
    throw new UsageError('--access-key needs ID:SECRET, or ID:SECRET:TOKEN for a temporary key.');
  const key = token.length === 0 ? { id, secret } : { id, secret, securityToken: token.join(':') };
  return [...before.filter((known) => known !== defaultAccessKey), key];
}
