import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneWorkspace } from '../support/clone.ts';
import { run, type Finished } from '../support/commands.ts';
import { startCacheServer, type CacheServer } from './cache-server.ts';

const key = 'a key that the members share, 32+';
let server: CacheServer;
let one: string;
let other: string;

beforeAll(async () => {
  server = await startCacheServer();
  [one, other] = [await clone(), await clone()];
}, 600_000);

afterAll(() => {
  server.close();
  for (const folder of [one, other]) rmSync(folder, { recursive: true, force: true });
});

async function clone(): Promise<string> {
  const folder = await cloneWorkspace();
  const installed = await run(
    'pnpm',
    ['install', '--frozen-lockfile', '--ignore-scripts', '--prefer-offline'],
    folder,
  );
  expect(installed.exitCode, installed.stdout).toBe(0);
  return folder;
}

/** Runs tasks as a member of the team would. */
function turbo(
  folder: string,
  tasks: readonly string[],
  own: Readonly<Record<string, string>>,
): Promise<Finished> {
  const words = ['exec', 'turbo', 'run', ...tasks, '--summarize', '--output-logs=errors-only'];
  return run('pnpm', words, folder, { ...server.environment, ...own });
}

/** Where the last run in a clone found each of its tasks: `LOCAL`, `REMOTE`, or nowhere. */
function sources(folder: string): readonly string[] {
  const runs = join(folder, '.turbo/runs');
  const [summary = ''] = readdirSync(runs).toSorted().slice(-1);
  const { tasks } = JSON.parse(readFileSync(join(runs, summary), 'utf8')) as {
    tasks: readonly { task: string; cache: { status: string; source?: string } }[];
  };
  return tasks.map(({ cache }) => cache.source ?? cache.status);
}

const forget = (folder: string): void => {
  rmSync(join(folder, '.turbo'), { recursive: true, force: true });
};

const work = ['generate', 'build', 'test', '--filter=@swas/validator'];
const build = ['build', '--filter=@swas/runtime'];

describe('two clones that share a cache', { timeout: 900_000 }, () => {
  test('what one generated, built and tested, the other restores', async () => {
    const first = await turbo(one, work, { TURBO_REMOTE_CACHE_SIGNATURE_KEY: key });
    expect(first.exitCode, first.stdout + first.stderr).toBe(0);
    expect(sources(one)).not.toContain('REMOTE');

    const second = await turbo(other, work, { TURBO_REMOTE_CACHE_SIGNATURE_KEY: key });
    expect(second.stdout, second.stderr).toContain('FULL TURBO');
    expect(new Set(sources(other))).toEqual(new Set(['REMOTE']));
    for (const made of ['dist/index.js', 'test-results.json'])
      expect(existsSync(join(other, 'packages/validator', made)), made).toBe(true);
    expect((await run('git', ['diff', '--name-only'], other)).stdout).toBe('');
  });

  test.for([
    ['no key', {}],
    ['another key', { TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'a key that was not given by the team' }],
  ] as const)('a clone with %s takes nothing from it, and works', async ([, own]) => {
    forget(other);
    await turbo(one, build, { TURBO_REMOTE_CACHE_SIGNATURE_KEY: key });
    const finished = await turbo(other, build, own);
    expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
    expect(new Set(sources(other))).toEqual(new Set(['MISS']));
    expect((await turbo(other, build, own)).stdout).toContain('FULL TURBO');
    expect(new Set(sources(other))).toEqual(new Set(['LOCAL']));
  });

  test('an artefact that was changed on the server is refused and built anew', async () => {
    forget(one);
    await turbo(one, build, { TURBO_REMOTE_CACHE_SIGNATURE_KEY: key });
    expect(server.tamper()).toBeGreaterThan(0);
    forget(other);
    const finished = await turbo(other, build, { TURBO_REMOTE_CACHE_SIGNATURE_KEY: key });
    expect(finished.exitCode, finished.stdout + finished.stderr).toBe(0);
    expect(new Set(sources(other))).toEqual(new Set(['MISS']));
  });
});
