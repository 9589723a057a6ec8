import type { ChainEnvironment, DefaultChainOptions } from '../../src/credentials/index.ts';
import { platformEnvironment } from '../../src/credentials/environment.ts';

/** Marks every value that must never come up in an error; one that does is easy to see. */
export const secret = 'SECRET-canary-0123456789';

export const home = '/home/someone';
export const cliPath = `${home}/.aliyun/config.json`;
export const iniPath = `${home}/.alibabacloud/credentials`;
export const start = Date.parse('2030-01-01T00:00:00Z');

export interface World {
  readonly env: Record<string, string | undefined>;
  readonly files: Record<string, string>;
  now: number;
  readonly options: DefaultChainOptions & { readonly environment: ChainEnvironment };
}

/**
 * A machine without credentials, files or network, to which a test adds what it needs.
 *
 * @param server stands in for the metadata service and every host of the token service
 */
export function world(server?: { readonly url: string }): World {
  const platform = platformEnvironment();
  const made: World = {
    env: {},
    files: {},
    now: start,
    options: {
      environment: {
        ...platform,
        env: {},
        homedir: async () => home,
        readFile: async (path) => made.files[path] ?? Promise.reject(failure('ENOENT')),
        request: async (request) => {
          const service = /^(http:\/\/100\.100\.100\.200|https:\/\/sts[\w.-]*)(?=\/)/;
          const url = request.url.replace(service, server?.url ?? '$&');
          // Whatever a test gets wrong, nothing leaves this machine.
          if (new URL(url).hostname !== '127.0.0.1') throw failure('EHOSTUNREACH');
          return platform.request({ ...request, url });
        },
        now: () => made.now,
      },
    },
  };
  Object.assign(made.options.environment, { env: made.env });
  return made;
}

export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: ${secret}`), { code });
}

/** What the services answer with. */
export function session(lifetime = 3_600_000, now = start) {
  return {
    Code: 'Success',
    AccessKeyId: 'STS.id',
    AccessKeySecret: secret,
    SecurityToken: 'token',
    Expiration: new Date(now + lifetime).toISOString(),
  };
}
