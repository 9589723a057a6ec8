import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultImages } from '../src/behaviours/default-images.ts';
import { catalogue } from '../src/generated/catalogue.ts';
import { brief, facade } from './support/facade.ts';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

function start(...options: string[]) {
  const child = spawn(process.execPath, [bin, ...options], { env: { PATH: process.env['PATH'] } });
  onTestFinished(() => void child.kill());
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, ...output }));
  });
  const listening = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  return { child, ended, listening };
}

describe('the command', () => {
  it('prints its address, serves, and ends at SIGTERM', async () => {
    const { child, ended, listening } = start('--unsigned', '--fault', 'latency=1');
    expect(brief(await facade(await listening).modify('m-mock0001', 'Share'))).toBe('200');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('takes images and keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(
      join(folder, 'images.json'),
      '[{"RegionId": "cn-hangzhou", "ImageId": "m-1", "Shared": true}]',
    );
    const { child, ended, listening } = start(
      '--unsigned',
      '--images',
      join(folder, 'images.json'),
      '--access-key',
      'own-id:own-secret',
    );
    expect(brief(await facade(await listening).remove(['m-1']))).toBe('400 CustomImageInShare');
    child.kill('SIGINT');
    const { stdout } = await ended;
    expect(stdout).toContain('1 images; accepted keys: own-id\n');
    expect(stdout).not.toContain('own-secret');
  });

  it('keeps every answered change when it is killed, again and again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const state = join(folder, 'state.json');
    const gone: string[] = [];
    for (const round of [1, 2, 3, 4]) {
      const { child, ended, listening } = start('--unsigned', '--state', state);
      const api = facade(await listening);
      expect(brief(await api.modify(gone.at(-1) ?? 'm-none', 'Share'))).toBe('404 InvalidImageId.NotFound');
      gone.push(`m-mock000${round}`);
      expect(brief(await api.remove(gone.slice(-1)))).toBe('200');
      // Others are under way when it ends: each is there or not, and the file is whole.
      const underWay = Array.from({ length: 20 }, (_, index) => api.modify(`m-mock00${index + 20}`, 'Share'));
      child.kill('SIGKILL');
      await Promise.allSettled([...underWay, ended]);
    }
    const left = JSON.parse(readFileSync(state, 'utf8')) as { ImageId: string }[];
    expect(left).toHaveLength(defaultImages.length + catalogue.exampleResources.length - gone.length);
    expect(left.filter(({ ImageId }) => gone.includes(ImageId))).toEqual([]);
  });

  it.each([
    ['an unknown option', ['--nonsense'], /unknown option/],
    ['a port that is none', ['--port', '70000'], /0 to 65535/],
    ['a key without secret', ['--access-key', 'top-secret-half'], /ID:SECRET/],
    ['an unknown fault', ['--fault', 'nonsense'], /no fault "nonsense"/],
    ['a file that is not there', ['--images', '/nowhere.json'], /nowhere\.json/],
    ['a spec that is not there', ['--spec', '/nowhere.yaml'], /nowhere\.yaml/],
    ['a site that is not built', ['--site', '/nowhere'], /no index\.html.*nowhere/],
    ['an origin with a path', ['--cors', 'http://localhost/app'], /no origin for CORS/],
    ['a proxy that web pages may call', ['--forward', '--cors', 'http://localhost'], /does not go with/],
    ['a proxy without a key', ['--forward'], /ALIBABA_CLOUD_ACCESS_KEY_ID/],
  ])('ends with 2 at %s', async (_, options, words) => {
    const { code, stderr, stdout } = await start(...options).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/top-secret-half|at file:/);
  });

  it('shows help with examples, and the faults', async () => {
    const help = await start('--help').ended;
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--fault token-ignored')]);
    const faults = await start('--list-faults').ended;
    expect([faults.code, faults.stdout]).toEqual([0, expect.stringMatching(/^share-does-not-persist +\S/m)]);
  });
});
