import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const commands = {
  bare: () => [here('bare-server.mjs')],
  gateway: (...options) => [
    require.resolve('@swas/mock-gateway').replace(/index\.js$/, 'bin.js'),
    ...options,
  ],
  // Prints the port that it was given, so 0 would not do.
  prism: async () => [
    require.resolve('@stoplight/prism-cli/dist/index.js'),
    'mock',
    '--port',
    String(await freePort()),
    require.resolve('@swas/spec/openapi.yaml'),
  ],
};

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server in a process of its own. Answers its port, how long it took until it said so, and how to stop it.
 * @param {'bare' | 'gateway' | 'prism'} name
 */
export async function startServer(name, ...options) {
  const command = await commands[name](...options);
  const started = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill();
    });
  const port = await new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', (code) =>
      reject(new Error(`${name} ended with ${code} before it listened: ${printed}`)),
    );
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const match = /listening on http:\/\/127\.0\.0\.1:(\d+)/i.exec(printed);
      if (match) resolve(Number(match[1]));
    });
  });
  return { port, ready: performance.now() - started, stop, pid: child.pid };
}
