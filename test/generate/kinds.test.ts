import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { buildStandalone } from '../support/standalone.ts';
import { root } from '../support/workspace.ts';

/** Disks, snapshots and images have states of their own; one list of ids is flattened, in the workflows as well. */
test('an API of several kinds of things has a mock gateway that holds every kind', async () => {
  const out = await buildStandalone(join(root, 'test/generate/apis/storage/openapi.yaml'));
  const suite = await run(process.execPath, [join(out, 'contract-tests/bin/swas-contract.mjs')], out);
  expect(suite.stdout + suite.stderr).toMatch(/resources of each kind \(Disk, Snapshot, Image\)/);
  expect(suite.stdout).toMatch(/operations 6\/6[\s\S]*steps 8\/8[\s\S]* 0 failed, 0 skipped/);
  expect(suite.exitCode).toBe(0);
}, 300_000);
