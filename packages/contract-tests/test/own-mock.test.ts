import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue } from '@swas/generator-mock-gateway';
import { loadModel } from '@swas/generator-model';
import { startGateway } from '@swas/mock-gateway';
import { describe, expect, test } from 'vitest';
import { loadEmitted } from './emitted.ts';
import { linesOf, runSuite, settingsFor } from './run-suite.ts';

const features = join(import.meta.dirname, '../../../test/corpus/features');
const specs = readdirSync(features).filter((file) => file.endsWith('.yaml'));

describe.each(specs)('the suite made from %s', (file) => {
  test('finds nothing wrong with the mock gateway made from it', async () => {
    const model = loadModel(join(features, file));
    const emitted = await loadEmitted(model);
    const gateway = await startGateway({ catalogue: buildCatalogue(model) });
    try {
      const records = await runSuite({ ...settingsFor(gateway.url, 'gateway'), ids: {} }, undefined, emitted);
      expect(records.length).toBeGreaterThan(0);
      expect(linesOf(records)).toEqual([]);
    } finally {
      await gateway.close();
    }
  });
});
