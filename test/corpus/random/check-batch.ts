import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCatalogue } from '@swas/generator-mock-gateway';
import { loadModel, type ApiModel } from '@swas/generator-model';
import { startGateway } from '@swas/mock-gateway';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { importPackages, type Modules } from '../support/bundle.ts';
import { emit, typecheck, writePackages } from '../support/packages.ts';
import { parameters, specOf, type RandomParameter } from './random-spec.ts';

/** How much of it. */
export interface Batch {
  /** Makes the specs and the values; the same seed makes the same ones. */
  readonly seed: number;
  readonly operations: number;
  /** Requests sent to each operation. */
  readonly requests: number;
}

const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/**
 * Makes random operations, and checks of all that what is emitted compiles, and of random requests that their schemas allow that the
 * client sends them and that the gateway, by the emitted validator, receives them unchanged. Answers how many were sent.
 */
export async function checkBatch({ seed, operations, requests }: Batch): Promise<number> {
  const list = fc.array(parameters, { minLength: 3, maxLength: 3 });
  const sampled = fc.sample(list, { seed, numRuns: operations });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-random-')));
  try {
    const spec = join(folder, 'openapi.json');
    writeFileSync(spec, JSON.stringify(specOf(sampled)));
    const model = loadModel(spec);
    mkdirSync(join(folder, 'packages'));
    writePackages(join(folder, 'packages'), await emit(model));
    expect(await typecheck(join(folder, 'packages')), `seed ${seed}`).toBe('');
    return await checkRequests(model, sampled, await importPackages(join(folder, 'packages')), {
      seed,
      numRuns: requests,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkRequests(
  model: ApiModel,
  sampled: readonly (readonly RandomParameter[])[],
  { client, validator }: Modules,
  options: { readonly seed: number; readonly numRuns: number },
): Promise<number> {
  let sent = 0;
  let received: unknown;
  const validators = Object.fromEntries(
    model.operations.map(({ methodName }) => {
      const { fromQuery } = validator[methodName]!;
      const recording: typeof fromQuery = (query, settings) => {
        const result = fromQuery(query, settings);
        received = result.ok ? result.value : result.issues;
        return result;
      };
      return [methodName, { fromQuery: recording }];
    }),
  );
  const gateway = await startGateway({ catalogue: buildCatalogue(model), validators });
  try {
    const connection = client.createClient({ endpoint: gateway.url, credentials });
    for (const [index, { methodName }] of model.operations.entries()) {
      const values = Object.fromEntries(
        (sampled[index] ?? []).map((each, position) => [`P${position}`, each.values]),
      );
      const request = fc.record(values, { requiredKeys: [], noNullPrototype: true });
      const property = fc.asyncProperty(request, async (value) => {
        received = undefined;
        expect(validator[methodName]!.is(value)).toBe(true);
        await connection[methodName]!(value);
        sent += 1;
        // A parameter that is `null` is one that is not sent.
        const carried = Object.entries(value).filter(([, each]) => each !== null);
        expect(received).toEqual(Object.fromEntries(carried));
      });
      await fc.assert(property, options);
    }
    return sent;
  } finally {
    await gateway.close();
  }
}
