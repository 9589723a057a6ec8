import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { installPublished, type Project } from './support/installed.ts';
import { entriesOf, published } from './support/published.ts';

let project: Project;
beforeAll(async () => {
  project = await installPublished();
});
afterAll(() => project.remove());

const entries = published.flatMap(entriesOf);
const names = published.map(({ name }) => name);

/** A whole use: a gateway, a call of each operation, a check of a request. `load` says how modules are reached. */
const program = (load: (name: string) => string): string => `
  (async () => {
    const { startGateway } = ${load('@swas/mock-gateway')};
    const { createClient } = ${load('@swas/client')};
    const { deleteCustomImages } = ${load('@swas/validator')};
    const gateway = await startGateway();
    const client = createClient({
      region: 'cn-hangzhou',
      endpoint: gateway.url,
      credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
    });
    const [{ ImageId }] = gateway.images();
    await client.modifyImageShareStatus({ RegionId: 'cn-hangzhou', ImageId, Operation: 'UnShare' });
    const { RequestId } = await client.deleteCustomImages({ RegionId: 'cn-hangzhou', ImageIds: [ImageId] });
    await gateway.close();
    console.log(RequestId.length, deleteCustomImages.is({ RegionId: 'cn-hangzhou', ImageIds: [] }));
  })();`;

describe('an empty project with the packed packages', () => {
  test('has every one of them from its tarball', () => {
    const lock = JSON.parse(readFileSync(join(project.folder, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; hasInstallScript?: boolean }>;
    };
    const places = Object.keys(lock.packages).filter((place) => /node_modules\/@swas\/[^/]+$/.test(place));
    expect(places.toSorted()).toEqual(names.map((name) => `node_modules/${name}`).toSorted());
    for (const place of places) expect(lock.packages[place]?.resolved).toMatch(/^file:.*\.tgz$/);
  });

  test('uses them from an ES module', async () => {
    const code = program((name) => `await import('${name}')`);
    expect(await project.execute('use.mjs', code)).toMatchObject({ stdout: '36 false\n', stderr: '' });
  });

  test('uses them from CommonJS by require', async () => {
    const code = program((name) => `require('${name}')`);
    const finished = await project.execute('use.cjs', code, '--no-warnings');
    expect(finished).toMatchObject({ stdout: '36 false\n', stderr: '' });
  });

  test('is told what to do by a Node that cannot require an ES module, where import() works', async () => {
    const without = '--no-experimental-require-module';
    const refused = await project.execute('old.cjs', "require('@swas/client');", without);
    expect(refused.stderr).toMatch(/ERR_REQUIRE_ESM[\s\S]*import\(\)|import\(\)[\s\S]*ERR_REQUIRE_ESM/);
    const code = program((name) => `await import('${name}')`);
    expect(await project.execute('old-import.cjs', code, without)).toMatchObject({ stdout: '36 false\n' });
  });

  test.for(entries)('%s loads', async (entry) => {
    // Vitest refuses to be loaded outside a run of its own.
    if (entry.endsWith('/vitest')) return;
    const code = `import * as module from '${entry}'; console.log(Object.keys(module).length > 0);`;
    expect(await project.execute('load.mjs', code)).toMatchObject({ stdout: 'true\n', stderr: '' });
  });

  test('gives a bundle nothing of a package whose exports it does not use', async () => {
    const bundled = await build({
      stdin: { contents: names.map((name) => `import '${name}';`).join('\n'), resolveDir: project.folder },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
      external: ['vitest', 'vitest/*', 'commander', 'ajv', 'ajv/*'],
    });
    expect(bundled.outputFiles[0]?.text).toBe('');
  });

  test('runs the contract suite and the gateway by npx', async () => {
    const suite = await run(
      'npx',
      ['--no-install', 'swas-contract', '--report', 'report.json'],
      project.folder,
    );
    expect(suite.stdout).toMatch(/\d+ passed, 0 failed/);
    expect(suite.exitCode).toBe(0);
    const gateway = await run('npx', ['--no-install', 'swas-mock-gateway', '--help'], project.folder);
    expect(gateway).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--forward') as string });
  });
});
