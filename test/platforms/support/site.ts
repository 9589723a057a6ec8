import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A web site of a page and two scripts. */
export interface Site {
  /** What browsers name as the origin of its requests. */
  readonly origin: string;
  close(): Promise<void>;
}

// A worker has no `window`; what it is asked and what it answers are messages.
const scripts: Readonly<Record<string, string>> = {
  '/page.js': `import { live } from './page-life.ts'; window.live = live;`,
  '/worker.js': `
    import { live } from './page-life.ts';
    onmessage = async ({ data }) => postMessage(await live(...data));`,
};

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** Serves the page and its scripts, from an origin other than the gateway's. */
export async function startSite(): Promise<Site> {
  const files = new Map<string, string>();
  for (const [path, source] of Object.entries(scripts)) files.set(path, await bundle(source));
  const server = createServer(({ url = '/' }, response) => {
    const script = files.get(url);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(
      script ?? '<!doctype html><title>Client</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    // Web Crypto exists in secure contexts only; loopback is one.
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
