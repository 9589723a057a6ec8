import type { ProxyOptions } from '../proxy/start-proxy.ts';
import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../usage-error.ts';
import type { CommandOptions } from './command.ts';

/** Options of the signing proxy from the command line; the key comes from the environment, where `ps` does not show it. */
export function proxyOptions(
  options: CommandOptions,
  catalogue: Catalogue | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ProxyOptions {
  if (options.cors.length > 0) {
    throw new UsageError(
      '--cors does not go with --forward: a web page would act with your key. Call the proxy from a program, or leave --forward out.',
    );
  }
  const id = environment['ALIBABA_CLOUD_ACCESS_KEY_ID'];
  const secret = environment['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
  const securityToken = environment['ALIBABA_CLOUD_SECURITY_TOKEN'];
  if (!id || !secret) {
    throw new UsageError(
      '--forward needs ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET to be set.',
    );
  }
  const { port, allow, allowWrites, endpoint, region } = options;
  return {
    accessKey: { id, secret, ...(securityToken ? { securityToken } : {}) },
    port,
    allow,
    allowWrites,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(catalogue === undefined ? {} : { catalogue }),
  };
}
