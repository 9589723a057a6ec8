import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway, type Gateway } from '@swas/mock-gateway';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunReport } from '../src/report/run-report.ts';
import { ids } from './run-suite.ts';

const BIN = fileURLToPath(new URL('../bin/swas-contract.mjs', import.meta.url));
const SLOW = 180_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Starts the built command; `stop` sends Ctrl-C. */
function start(args: readonly string[]): { readonly ended: Promise<Ended>; stop(): void } {
  const child = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env['PATH'] ?? '' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return { ended, stop: () => void child.kill('SIGINT') };
}

const run = (...args: string[]): Promise<Ended> => start(args).ended;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const report = (name: string): RunReport => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RunReport;

describe('without an endpoint', () => {
  test(
    'a right gateway passes within the promised calls and images, and everything is exercised',
    async () => {
      const { code, output } = await run('--report', join(folder, 'right.json'));
      expect(output).toContain('0 failed, 0 skipped');
      expect(code).toBe(0);
      const { records, coverage } = report('right.json');
      const calls = records.flatMap(({ exchanges }) => exchanges);
      expect(calls.length).toBeLessThanOrEqual(150);
      const used = new Set(JSON.stringify(calls).match(/m-contract\d+/gu));
      // Ids that only resemble one are sent, too.
      expect([...used].filter((id) => ids.includes(id)).length).toBeLessThanOrEqual(40);
      expect(coverage.missing).toEqual([]);
    },
    SLOW,
  );

  test(
    'a broken rule ends with 1, and the reports say which',
    async () => {
      const files = ['fault.json', 'fault.html', 'fault.xml'].map((name) => join(folder, name));
      const { code, output } = await run(
        '--fault',
        'batch-keeps-last',
        ...files.flatMap((file) => ['--report', file]),
      );
      expect(code).toBe(1);
      expect(output).toContain('severalImagesAreDeleted: One call deletes several images.');
      expect(output).toContain('swas-contract send --to http://127.0.0.1:');
      expect(report('fault.json').records.filter(({ result }) => result === 'failed').length).toBeGreaterThan(
        0,
      );
      const [json, html, xml] = files.map((file) => readFileSync(file, 'utf8'));
      expect(html).toContain('class="failed"');
      expect(html).toMatch(
        /Broken rules[^]*href="#severalImagesAreDeleted"[^]*id="severalImagesAreDeleted"/u,
      );
      expect(html).not.toMatch(/<script|<link|<img|src=|@import/u);
      expect(xml).toContain('<failure');
      for (const text of [output, json, html, xml]) expect(text).not.toContain('testsecret');
    },
    SLOW,
  );

  test(
    'a dry run lists the requests',
    async () => {
      const { code, output } = await run('--dry-run', '--level', 'documented');
      expect(code).toBe(0);
      expect(output).toContain('Nothing was sent.');
      expect(output).not.toContain('[linked]');
    },
    SLOW,
  );

  test.each([
    ['an unknown level', ['--level', 'far']],
    ['an unknown option', ['--nope']],
    ['a report of an unknown kind', ['--report', 'report.pdf']],
    ['an endpoint with a path', ['--endpoint', 'http://127.0.0.1:1/path']],
    ['images without --destructive', ['--endpoint', 'http://127.0.0.1:1', '--images', 'm-1']],
    ['--destructive without an endpoint', ['--destructive']],
    ['a fault that there is not', ['--fault', 'nope']],
    ['merging nothing', ['merge']],
    ['an unknown option of a subcommand', ['send', 'X', '--nope']],
    ['a call to no address', ['send', 'X', '--to', 'no address']],
  ])(
    '%s ends with 2',
    async (_name, args) => {
      const { code, output } = await run(...args);
      expect(code).toBe(2);
      expect(output).toContain('--help');
      expect(output).not.toContain('at file:');
    },
    SLOW,
  );
});

test(
  'a call that nobody answers is told in a line',
  async () => {
    const { code, output } = await run('send', 'X', '--to', 'http://127.0.0.1:1');
    expect(code).toBe(1);
    expect(output).toBe('No complete answer: connect ECONNREFUSED 127.0.0.1:1\n');
  },
  SLOW,
);

test(
  'shards together exercise everything',
  async () => {
    const files = ['1', '2'].map((part) => join(folder, `shard${part}.json`));
    for (const [index, file] of files.entries()) {
      expect((await run('--shard', `${index + 1}/2`, '--report', file)).code).toBe(0);
    }
    const { code } = await run('merge', ...files, '--out', join(folder, 'merged.json'));
    expect(code).toBe(0);
    expect(report('merged.json').coverage.missing).toEqual([]);
    expect(report('shard1.json').coverage.missing).not.toEqual([]);
  },
  SLOW,
);

describe('against an endpoint', () => {
  const images = ids.slice(0, 40).map((ImageId) => ({ RegionId: 'cn-hangzhou', ImageId }));
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ images });
  });
  afterEach(() => {
    gateway.setFaults([]);
    gateway.reset();
  });
  afterAll(async () => {
    await gateway.close();
  });
  const shared = () => gateway.images().filter(({ Shared }) => Shared);
  const destructive = ['--destructive', '--images', images.map(({ ImageId }) => ImageId).join(',')];

  test(
    'nothing changes unless it is asked for',
    async () => {
      const before = gateway.images();
      const { code, output } = await run('--endpoint', gateway.url);
      expect(code).toBe(0);
      expect(output).toContain('Skipped, because it changes something');
      expect(gateway.images()).toEqual(before);
    },
    SLOW,
  );

  test(
    'too few images are refused before the first call',
    async () => {
      const { code, output } = await run('--endpoint', gateway.url, '--destructive', '--images', 'm-1,m-2');
      expect(code).toBe(2);
      expect(output).toContain('No call was made');
      expect(gateway.calls()).toEqual([]);
    },
    SLOW,
  );

  test(
    'images that are not deleted are left unshared',
    async () => {
      const { code, output } = await run('--endpoint', gateway.url, ...destructive);
      expect(output).toContain('0 failed, 0 skipped');
      expect(code).toBe(0);
      expect(gateway.images().length).toBeLessThan(40);
      expect(shared()).toEqual([]);
    },
    SLOW,
  );

  test(
    'they are left unshared after failures',
    async () => {
      gateway.setFaults(['token-ignored']);
      const { code } = await run('--endpoint', gateway.url, ...destructive);
      expect(code).toBe(1);
      expect(shared()).toEqual([]);
    },
    SLOW,
  );

  test(
    'they are left unshared after Ctrl-C',
    async () => {
      gateway.setFaults(['latency=20']);
      const { ended, stop } = start(['--endpoint', gateway.url, ...destructive]);
      await vi.waitUntil(() => shared().length > 2, { timeout: 30_000, interval: 20 });
      stop();
      const { code, output } = await ended;
      expect(code).toBe(130);
      expect(output).toContain('it was interrupted');
      expect(shared()).toEqual([]);
    },
    SLOW,
  );

  test(
    'a running mock gateway is started anew when no images are given',
    async () => {
      const { code, output } = await run('--endpoint', gateway.url, '--destructive');
      expect(output).toContain('0 failed, 0 skipped');
      expect(code).toBe(0);
    },
    SLOW,
  );
});
