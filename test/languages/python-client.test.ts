import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { hasJava } from '@swas/generator-languages';
import { startGateway } from '@swas/mock-gateway';
import { describe, expect, test } from 'vitest';
import { generate } from '../support/commands.ts';
import { pythonWith } from '../support/python.ts';
import { skipWithout } from '../support/requirement.ts';
import { root } from '../support/workspace.ts';

/** Runs pytest; answers its exit code with all that it printed. */
function pytest(python: string, endpoint: string): Promise<readonly [number | null, string]> {
  const child = spawn(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'test/languages/python'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PYTHONPATH: join(root, 'packages/python-client'),
      PYTHONDONTWRITEBYTECODE: '1',
      SWAS_ENDPOINT: endpoint,
      NO_PROXY: '*',
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve([code, output]));
  });
}

describe('the Python client', () => {
  test('takes an image through its life', async (context) => {
    const environment = await pythonWith('test/languages/python/requirements.txt');
    skipWithout(context, 'reason' in environment ? environment.reason : undefined);
    if ('reason' in environment) return;
    const gateway = await startGateway({ unsigned: true });
    try {
      const [code, output] = await pytest(environment.python, gateway.url);
      expect(output).toContain('6 passed');
      expect(code).toBe(0);
      // The calls went over the wire, and not to an answer that the client made up.
      expect(gateway.images().some(({ ImageId }) => ImageId === 'm-mock0001')).toBe(false);
      expect(gateway.images().some(({ ImageId }) => ImageId === 'm-mock0005')).toBe(true);
    } finally {
      await gateway.close();
    }
  }, 180_000);

  test('is what the generator emits from the spec', async (context) => {
    skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
    const finished = await generate('--language', 'python', '--check');
    expect(finished.stdout + finished.stderr).toBe('packages/python-client is up to date.\n');
    expect(finished.exitCode).toBe(0);
  }, 180_000);
});
