import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadModel, type ApiModel } from '@swas/generator-model';
import type { startGateway } from '@swas/mock-gateway';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientModule, Modules } from '../corpus/support/bundle.ts';
import { generate, run } from '../support/commands.ts';
import { buildStandalone } from '../support/standalone.ts';
import { root } from '../support/workspace.ts';
import { requestsOf } from './support/arbitrary.ts';

const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** Specs as someone would write them for other products of the style. */
const apis = ['compute.yaml', 'network/openapi.yaml', 'messages.yaml', 'databases.yaml'];

async function load<T>(out: string, name: string): Promise<T> {
  return (await import(pathToFileURL(join(out, name, 'dist/index.js')).href)) as T;
}

/** Sends random requests by the built client to the built gateway, and checks that each arrives as it was given. */
async function checkRoundTrips(out: string, model: ApiModel): Promise<void> {
  const { createClient } = await load<ClientModule>(out, 'client');
  const validators = await load<Modules['validator']>(out, 'validator');
  const emulator = await load<{ startGateway: typeof startGateway }>(out, 'mock-gateway');
  let received: unknown;
  const recording = Object.fromEntries(
    model.operations.map(({ methodName }) => {
      const { fromQuery } = validators[methodName]!;
      const record: typeof fromQuery = (query, options) => {
        const result = fromQuery(query, options);
        received = result.ok ? result.value : result.issues;
        return result;
      };
      return [methodName, { fromQuery: record }];
    }),
  );
  const gateway = await emulator.startGateway({ validators: recording });
  const client = createClient({ endpoint: gateway.url, credentials });
  for (const { name, methodName, parameters, idempotencyParameter: token } of model.operations) {
    // A call without a token, or with an empty one, is given one by the client.
    const tokenOf = (value: unknown): object =>
      token === undefined || (value as Record<string, unknown>)[token] ? {} : { [token]: undefined };
    // The gateway answers for its own region alone.
    const requests = requestsOf(model, parameters).map((request) =>
      'RegionId' in request ? { ...request, RegionId: 'cn-hangzhou' } : request,
    );
    const survives = fc.asyncProperty(requests, async (request) => {
      expect([name, validators[methodName]!.is(request)]).toEqual([name, true]);
      // Or it would take the token of another request for a repeated call.
      gateway.reset();
      await client[methodName]!(request);
      expect({ ...(received as object), ...tokenOf(request) }).toEqual({ ...request, ...tokenOf(request) });
    });
    await fc.assert(survives, { numRuns: 40, seed: 20_140_526 });
  }
  await gateway.close();
}

describe.each(apis)('%s', (file) => {
  const spec = join(root, 'test/generate/apis', file);

  test('gives packages that build, agree with each other, and stay as they are', async () => {
    const out = await buildStandalone(spec);
    const program = join(out, 'contract-tests/bin/swas-contract.mjs');
    // This level holds the others, too.
    const suite = await run(process.execPath, [program, '--level', 'gateway'], out);
    expect(suite.stdout + suite.stderr).toMatch(/operations 6\/6[\s\S]* 0 failed/);
    expect(suite.exitCode).toBe(0);
    await checkRoundTrips(out, loadModel(spec));
    const check = await generate('--spec', spec, '--out', out, '--check');
    expect([check.exitCode, check.stdout + check.stderr]).toEqual([0, expect.stringContaining('up to date')]);
  }, 300_000);
});
