import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRecordingServer, type RecordingServer } from '../support/recording-server.ts';
import { isSignatureRight } from '../support/verify-signature.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const program = `
  import { createConnection, modifyImageShareStatus } from '@swas/client';
  const connection = createConnection({ endpoint, credentials });
  run = () => modifyImageShareStatus(connection, { RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' });`;

async function bundle(platform: 'browser' | 'node', contents = program): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    platform,
    write: false,
  });
  return outputFiles[0]!.text;
}

test('the bundle for browsers runs with nothing but what a page has', async () => {
  const { fetch, crypto, URL, TextEncoder, TextDecoder, AbortController, setTimeout, clearTimeout } =
    globalThis;
  const page = { fetch, crypto, URL, TextEncoder, TextDecoder, AbortController, setTimeout, clearTimeout };
  const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret', securityToken: 'token' };
  const globals = {
    ...page,
    Uint8Array,
    endpoint: `http://${server.host}`,
    credentials,
    run: undefined as unknown,
  };
  runInNewContext(await bundle('browser'), globals);
  await expect((globals.run as () => Promise<unknown>)()).resolves.toEqual({ RequestId: 'recorded' });
  const [request] = server.take();
  expect(request!.headers['x-acs-security-token']).toBe('token');
  expect(isSignatureRight(request!, 'testsecret')).toBe(true);
});

test('the bundle for browsers asks for nothing of Node', async () => {
  expect(await bundle('browser')).not.toMatch(/node:|\bprocess\b|\bBuffer\b|\brequire\(/);
});

test('the places where credentials are kept are no part of a page, whose bundler need not know Node', async () => {
  const whole = await bundle(
    'browser',
    `import { createClient } from '@swas/client';
     const client = createClient({ region: 'cn-hangzhou' });
     run = () => client.deleteCustomImages({ RegionId: 'cn-hangzhou', ImageIds: ['m-1'] });`,
  );
  // Webpack refuses to follow such an import, even one that is never reached.
  expect(whole).not.toMatch(/(?:import|from|require)\W{0,3}["'`]node:/);
  const globals = { crypto, URL, TextEncoder, setTimeout, clearTimeout, run: undefined as unknown };
  runInNewContext(whole, globals);
  const error = await (globals.run as () => Promise<unknown>)().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ name: 'CredentialsError' });
  expect((error as Error).message).toContain('NotOnThisPlatform');
});

test('the bundle for Node sends over node:http', async () => {
  expect(await bundle('node')).toContain('node:http');
});
