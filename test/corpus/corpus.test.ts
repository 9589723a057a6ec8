import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCatalogue } from '@swas/generator-mock-gateway';
import { startGateway, type Gateway } from '@swas/mock-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPackages, type Modules } from './support/bundle.ts';
import { loadFeatures } from './support/features.ts';
import { emit, typecheck, writePackages, type Emitted } from './support/packages.ts';

const features = loadFeatures();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-corpus-')));
const emitted = new Map<string, Emitted>();

beforeAll(async () => {
  for (const { name, model } of features) {
    emitted.set(name, await emit(model));
    mkdirSync(join(folder, name));
    writePackages(join(folder, name), emitted.get(name)!);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the outputs of all features compile under our own rules', async () => {
  expect(await typecheck(folder)).toBe('');
}, 120_000);

test('every operation of every feature has requests of both kinds', () => {
  for (const { name, model, requests } of features) {
    expect(Object.keys(requests), name).toEqual(model.operations.map((operation) => operation.name));
    for (const { accept, refuse } of Object.values(requests)) {
      expect(accept.length * refuse.length, name).toBeGreaterThan(0);
    }
  }
});

describe.each(features)('$name', ({ name, model, requests }) => {
  let modules: Modules;
  let compiled: Gateway;
  let interpreted: Gateway;
  /** What the gateway made of the last request. */
  let received: unknown;

  beforeAll(async () => {
    modules = await importPackages(join(folder, name));
    const catalogue = buildCatalogue(model);
    const validators = Object.fromEntries(
      model.operations.map(({ methodName }) => {
        const validator = modules.validator[methodName]!;
        const fromQuery: typeof validator.fromQuery = (query, options) => {
          const result = validator.fromQuery(query, options);
          received = result.ok ? result.value : undefined;
          return result;
        };
        return [methodName, { fromQuery }];
      }),
    );
    compiled = await startGateway({ catalogue, validators });
    interpreted = await startGateway({ catalogue });
  });
  afterAll(async () => {
    await compiled.close();
    await interpreted.close();
  });

  const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

  test('stands as it was reviewed', async () => {
    const { client, validator } = emitted.get(name)!;
    const files = [...client, ...validator].filter(([path]) => /^(?:operations|models)/.test(path));
    for (const [path, content] of files) {
      const kind = client.get(path) === content ? 'client' : 'validator';
      const file = `golden/${name}/${kind}/${path.replace('operations/', '')}.txt`;
      await expect(content).toMatchFileSnapshot(file);
    }
  });

  for (const { name: action, methodName } of model.operations) {
    const { accept, refuse } = requests[action]!;
    test.each(accept)(`${action} takes %j over the wire unchanged`, async (request) => {
      const client = modules.client.createClient({ endpoint: compiled.url, credentials });
      const answer = await client[methodName]!(request);
      expect(received).toEqual(request);
      const { example } = buildCatalogue(model).operations.find(
        (operation) => operation.name === action,
      )!.success;
      // The gateway gives every answer an id of its own.
      expect({ ...(answer as object), RequestId: '' }).toEqual({ ...(example as object), RequestId: '' });
      // The interpreter of schemas agrees with the compiled validator.
      const other = modules.client.createClient({ endpoint: interpreted.url, credentials });
      await other[methodName]!(request);
    });

    test.each(refuse)(`${action} refuses %j`, async (request) => {
      const client = modules.client.createClient({ endpoint: compiled.url, credentials });
      await expect(client[methodName]!(request)).rejects.toMatchObject({ name: 'RequestError' });
      expect(modules.validator[methodName]!.is(request)).toBe(false);
    });
  }
});

test('no text of a spec has become code', () => {
  // Those of hostile-texts try to set it, wherever they could; the features before this test loaded what was emitted for them.
  expect(globalThis).not.toHaveProperty('broken');
});
