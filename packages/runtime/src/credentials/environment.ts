import type { ChainEnvironment } from './chain-options.ts';
import { nodeRequest } from './node-request.ts';

/**
 * The world of Node, Bun and Deno. Its modules are asked for when a source first needs them; one that is missing, as in a
 * browser, keeps that source from being used.
 */
export function platformEnvironment(): ChainEnvironment {
  return {
    env: globalThis.process?.env ?? {},
    async homedir() {
      try {
        return builtIn('node:os').homedir();
      } catch {
        // Node throws where neither HOME nor the user database knows one, as in containers under a random user id.
        return '';
      }
    },
    async readFile(path) {
      return builtIn('node:fs/promises').readFile(path, 'utf8');
    },
    async request(request) {
      const http = builtIn(request.url.startsWith('https:') ? 'node:https' : 'node:http');
      return nodeRequest(http.request, request);
    },
    now: Date.now,
  };
}

/**
 * A module of Node, by the process and not by an `import`: bundlers for the browser follow one even where it is never reached, and
 * webpack refuses to.
 */
function builtIn<Name extends 'node:os' | 'node:fs/promises' | 'node:http' | 'node:https'>(name: Name) {
  const found = globalThis.process?.getBuiltinModule?.(name);
  if (found) return found;
  throw Object.assign(new Error('This platform has no such module.'), { code: 'NotOnThisPlatform' });
}
