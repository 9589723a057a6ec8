import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, UsageError, type Gateway } from '../src/index.ts';
import { send, sign } from './support/call.ts';
import { brief, facade } from './support/facade.ts';

let folder: string;
let gateway: Gateway;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets', 'deep'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<h1>reference</h1>');
  writeFileSync(join(site, 'assets', 'index.html'), '<h1>assets</h1>');
  writeFileSync(join(site, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(site, 'assets', 'a b.css'), 'a{}');
  writeFileSync(join(site, 'assets', 'pixel.png'), Buffer.from([0x89, 0x50, 0xff, 0x00]));
  writeFileSync(join(site, 'assets', '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'assets', 'link.txt'));
  gateway = await startGateway({ site, unsigned: true });
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers = {}) => send(gateway.url, { method: 'GET', path, headers });

describe('a site', () => {
  it.each([
    ['/', 'text/html;charset=utf-8', '<h1>reference</h1>'],
    ['/index.html', 'text/html;charset=utf-8', '<h1>reference</h1>'],
    ['/assets/', 'text/html;charset=utf-8', '<h1>assets</h1>'],
    ['/assets/main.js?v=1', 'text/javascript;charset=utf-8', 'export {};'],
    ['/assets/a%20b.css', 'text/css;charset=utf-8', 'a{}'],
    ['/assets/pixel.png', 'image/png', Buffer.from([0x89, 0x50, 0xff, 0x00]).toString('utf8')],
  ])('serves %s', async (path, contentType, text) => {
    const answer = await get(path);
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, contentType, text]);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  });

  it('answers a browser at / with a query, and HEAD without a body', async () => {
    const page = await get('/?theme=dark', { accept: 'text/html,*/*;q=0.8' });
    expect(page.text).toBe('<h1>reference</h1>');
    const head = await send(gateway.url, { method: 'HEAD', path: '/' });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '18', '']);
  });

  it.each([
    ['a parent folder', '/../secret.txt'],
    ['an encoded parent folder', '/%2e%2e/secret.txt'],
    ['an encoded slash', '/assets/..%2f..%2fsecret.txt'],
    ['a backslash', '/assets/..%5c..%5csecret.txt'],
    ['a double slash', '//etc/passwd'],
    ['a link that leads out', '/assets/link.txt'],
    ['a hidden file', '/assets/.hidden'],
    ['a folder without index.html', '/assets/deep/'],
    ['a folder without its slash', '/assets'],
    ['a NUL', '/index.html%00.png'],
    ['a broken escape', '/%E0%A4%A'],
    ['an absolute address', 'http://other.example/index.html'],
  ])('serves nothing for %s', async (_, path) => {
    expect(brief(await get(path))).toBe('404 InvalidAction.NotFound');
  });

  it('leaves every call to the API', async () => {
    expect(brief(await facade(gateway.url).modify('m-mock0001', 'Share'))).toBe('200');
    expect(brief(await get('/?Action=Nothing&Version=2020-06-01', { accept: 'text/html' }))).toBe(
      '404 InvalidAction.NotFound',
    );
    expect(brief(await send(gateway.url, { path: '/index.html' }))).toBe('404 InvalidAction.NotFound');
    const parameters = { RegionId: 'cn-hangzhou', ImageId: 'm-mock0001', Operation: 'UnShare' };
    const signed = sign(gateway.url, { action: 'ModifyImageShareStatus', parameters });
    expect(brief(await send(gateway.url, signed))).toBe('200');
  });

  it('lets its own pages call without a signature, and nobody else', async () => {
    const signedOnly = await startGateway({ site: join(folder, 'site') });
    const host = signedOnly.url.replace('http://', '');
    const answerTo = async (headers: Record<string, string>) =>
      brief(await facade(signedOnly.url, headers).modify('m-mock0001', 'Share'));
    expect(await answerTo({ origin: signedOnly.url, 'sec-fetch-site': 'same-origin' })).toBe('200');
    for (const headers of [
      {},
      { origin: 'http://evil.example' },
      { origin: 'http://evil.example', host: 'evil.example' },
      { origin: `https://${host}` },
      { origin: signedOnly.url, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await answerTo(headers)).toBe('400 IncompleteSignature');
    }
    const path = '/?RegionId=cn-hangzhou&ImageId=m-mock0001&Operation=Share';
    const headers = {
      origin: signedOnly.url,
      'x-acs-action': 'ModifyImageShareStatus',
      'x-acs-version': '2020-06-01',
    };
    expect(brief(await send(signedOnly.url, { path, headers }))).toBe('400 IncompleteSignature');
    await signedOnly.close();
    const withoutSite = await startGateway();
    const own = facade(withoutSite.url, { origin: withoutSite.url });
    expect(brief(await own.modify('m-mock0001', 'Share'))).toBe('400 IncompleteSignature');
    await withoutSite.close();
  });

  it('leaves the status page at /_gateway/', async () => {
    expect((await get('/_gateway/')).text).toContain('Mock gateway: swas-open');
  });

  it('must have an index.html', async () => {
    const started = startGateway({ site: join(folder, 'nothing') });
    await expect(started).rejects.toBeInstanceOf(UsageError);
    await expect(started).rejects.toThrow('Build the site first');
  });
});
