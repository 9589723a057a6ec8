import { delimiter, dirname, join } from 'node:path';
import { startGateway } from '@swas/mock-gateway';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { run, type Finished } from '../support/commands.ts';
import { pythonWith } from '../support/python.ts';
import { skipWithout } from '../support/requirement.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

const folder = 'test/second-opinions/schemathesis';

/** Runs Schemathesis with every check that it has on; undefined when there is no Python for it. */
async function examine(context: TestContext, faults: readonly string[]): Promise<Finished | undefined> {
  const environment = await pythonWith(`${folder}/requirements.txt`);
  skipWithout(context, 'reason' in environment ? environment.reason : undefined);
  if ('reason' in environment) return undefined;
  const gateway = await startGateway({ unsigned: true, faults });
  onTestFinished(() => gateway.close());
  const program = join(dirname(environment.python), 'schemathesis');
  const target = [join(root, 'spec/openapi.yaml'), '--url', gateway.url, '--seed', '1', '--no-color'];
  const path = [join(root, folder), process.env['PYTHONPATH']].filter(Boolean).join(delimiter);
  return run(program, ['run', ...target], temporaryFolder(), {
    PYTHONPATH: path,
    PYTHONDONTWRITEBYTECODE: '1',
    SCHEMATHESIS_HOOKS: 'hooks',
  });
}

test('Schemathesis, with the same spec, finds nothing wrong in the gateway', async (context) => {
  const finished = await examine(context, []);
  expect(finished?.exitCode, `${finished?.stdout}${finished?.stderr}`).toBe(0);
});

test('it finds a gateway that refuses what the spec allows', async (context) => {
  const finished = await examine(context, ['token-required']);
  expect(finished?.exitCode).not.toBe(0);
  expect(finished?.stdout).toContain('Schema-valid request rejected');
});
