import type { ChainEnvironment } from './chain-options.ts';
import { nodeRequest } from './node-request.ts';

/**
 * The world of Node, Bun and Deno. Its modules are imported when a source first needs them; the `catch` tells bundlers for
 * the browser that they may be missing, and a source that needs one then says that it could not be used.
 */
export function platformEnvironment(): ChainEnvironment {
  return {
    env: globalThis.process?.env ?? {},
    async homedir() {
      try {
        return (await import('node:os')).homedir();
      } catch {
        // Node throws where neither HOME nor the user database knows one, as in containers under a random user id.
        return '';
      }
    },
    async readFile(path) {
      const { readFile } = await import('node:fs/promises').catch(unavailable);
      return readFile(path, 'utf8');
    },
    async request(request) {
      const http = await (request.url.startsWith('https:')
        ? import('node:https').catch(unavailable)
        : import('node:http').catch(unavailable));
      return nodeRequest(http.request, request);
    },
    now: Date.now,
  };
}

function unavailable(): never {
  throw Object.assign(new Error('This platform has no such module.'), { code: 'NotOnThisPlatform' });
}
