import { dirname, join } from 'node:path';
import { startGateway } from '@swas/mock-gateway';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../support/commands.ts';
import { pythonWith } from '../support/python.ts';
import { skipWithout } from '../support/requirement.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

const folder = 'test/second-opinions/schemathesis';

test('Schemathesis, with the same spec, finds nothing wrong in the gateway', async (context) => {
  const environment = await pythonWith(`${folder}/requirements.txt`);
  skipWithout(context, 'reason' in environment ? environment.reason : undefined);
  if ('reason' in environment) return;
  const gateway = await startGateway({ unsigned: true });
  onTestFinished(() => gateway.close());
  const program = join(dirname(environment.python), 'schemathesis');
  const config = ['--config-file', join(root, folder, 'schemathesis.toml')];
  const target = [join(root, 'spec/openapi.yaml'), '--url', gateway.url, '--seed', '1', '--no-color'];
  const finished = await run(program, [...config, 'run', ...target], temporaryFolder());
  expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
});
