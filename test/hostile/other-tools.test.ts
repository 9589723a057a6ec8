import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate, run } from '../support/commands.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

/** What was asked for at an address that a hostile spec names. */
const asked: string[] = [];
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('type: string\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const diff = join(root, 'generators/spec-diff/bin/spec-diff.mjs');

/** A repository with a small spec, which the model loads whatever stands in its components. */
async function repository(components: object): Promise<string> {
  const folder = join(temporaryFolder(), 'spec');
  mkdirSync(folder);
  const spec = join(folder, 'openapi.yaml');
  const feature = readFileSync(join(root, 'test/corpus/features/plain-scalars.yaml'), 'utf8');
  writeFileSync(spec, `${feature}\ncomponents: ${JSON.stringify(components)}\n`);
  const git = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  for (const parameters of [
    ['init', '--quiet'],
    ['add', '.'],
    [...git, 'commit', '--quiet', '-m', 'First'],
  ])
    expect((await run('git', parameters, folder)).exitCode).toBe(0);
  return spec;
}

/**
 * GHSA-x36r-4347-pm5x and GHSA-h754-fxp7-88wx (swagger-typescript-api), the resolver of json-schema-ref-parser before 14: a spec made its
 * reader fetch addresses. Our own reader does not; Redocly and openapi-generator, which read the same file after it, would.
 */
describe('a reference that only other tools follow', () => {
  const kinds = 'schemas responses parameters examples requestBodies headers securitySchemes links pathItems';
  const components = (address: string): object =>
    Object.fromEntries(kinds.split(' ').map((kind) => [kind, { Unused: { $ref: `${address}/${kind}` } }]));

  test.for([
    ['pnpm spec:diff', (spec: string) => run(process.execPath, [diff, '--spec', spec])],
    [
      'pnpm generate --language',
      (spec: string) => generate('--language', 'python', '--spec', spec, '--out', join(spec, '../../out')),
    ],
  ] as const)('is not followed by %s', async ([, command]) => {
    const { port } = server.address() as AddressInfo;
    const spec = await repository(components(`http://127.0.0.1:${port}`));
    const { exitCode, stdout, stderr } = await command(spec);
    expect(asked).toEqual([]);
    expect(stdout + stderr).toContain('`$ref` to a URL: http://127.0.0.1');
    expect(exitCode).toBe(2);
    expect(readdirSync(join(spec, '../..'))).toEqual(['spec']);
  });

  test('does not carry a file from elsewhere into a client', async () => {
    const secret = join(temporaryFolder(), 'secret.yaml');
    writeFileSync(secret, 'type: object\nproperties: { secret: { type: string } }\n');
    const spec = await repository({ schemas: { Unused: { $ref: secret } } });
    const finished = await generate('--language', 'python', '--spec', spec, '--out', join(spec, '../../out'));
    expect(finished.stderr).toContain("leads out of the spec's folder");
    expect(readdirSync(join(spec, '../..'))).toEqual(['spec']);
  });
});
