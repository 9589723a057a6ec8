import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send } from './support/call.ts';
import { facade } from './support/facade.ts';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway({ unsigned: true, images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-<a>' }] });
});
afterEach(() => gateway.close());

const control = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  send(gateway.url, {
    method,
    path: `/_gateway/${path}`,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

describe('the control surface', () => {
  it('resets, to the start or to given images', async () => {
    await facade(gateway.url).remove(['m-<a>']);
    expect((await control('POST', 'reset')).body).toEqual({ images: 1 });
    const images = [{ RegionId: 'cn-beijing', ImageId: 'm-b', Shared: true }];
    expect((await control('POST', 'reset', images)).status).toBe(200);
    expect((await control('POST', 'reset', { images, faults: ['token-ignored'] })).status).toBe(200);
    expect(JSON.parse((await control('GET', 'images')).text)).toEqual([
      { ...images[0], AccountId: 'testid' },
    ]);
    expect(gateway.faults()).toEqual(['token-ignored']);
  });

  it('tells the calls', async () => {
    await facade(gateway.url).modify('m-none', 'Share');
    expect(JSON.parse((await control('GET', 'calls')).text)).toMatchObject([
      {
        operation: 'ModifyImageShareStatus',
        parameters: { RegionId: 'cn-hangzhou', ImageId: 'm-none', Operation: 'Share' },
        status: 404,
        code: 'InvalidImageId.NotFound',
      },
    ]);
  });

  it('switches faults', async () => {
    expect((await control('PUT', 'faults', ['latency=5'])).body).toEqual({ active: ['latency=5'] });
    expect((await control('GET', 'faults')).body).toMatchObject({ active: ['latency=5'] });
  });

  it.each([
    ['an unknown fault', 'PUT', 'faults', ['nonsense'], 400, 'nonsense'],
    ['faults that are no list', 'PUT', 'faults', { a: 1 }, 400, 'list of names'],
    ['a body that is no JSON', 'POST', 'reset', '{', 400, 'not JSON'],
    ['a body that is a number', 'POST', 'reset', '1', 400, 'neither'],
    ['an image without id', 'POST', 'reset', [{ RegionId: 'cn-hangzhou' }], 400, 'entry 1: ImageId'],
    ['another path', 'GET', 'nothing', undefined, 404, 'POST reset'],
  ])('explains %s', async (_, method, path, body, status, words) => {
    const answer = await control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body['error']).toContain(words);
    expect(gateway.images()).toHaveLength(1);
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['a name that is made to resolve to loopback', { host: 'evil.example' }],
    ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ])('is closed to %s', async (_, headers) => {
    expect((await control('POST', 'reset', [], headers)).status).toBe(403);
    expect(gateway.images()).toHaveLength(1);
  });
});

describe('the page', () => {
  it('shows what runs, the images and the last calls, escaped', async () => {
    await facade(gateway.url).modify('<script>alert(1)</script>', 'Share');
    const { text, headers } = await send(gateway.url, { method: 'GET', path: '/' });
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    for (const part of [
      'swas-open 2020-06-01',
      'DeleteCustomImages',
      'm-&lt;a&gt;',
      'InvalidImageId.NotFound',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('<script>');
  });

  it('is always at /_gateway/, with the state of each image and what is wrong on purpose', async () => {
    await facade(gateway.url).modify('m-<a>', 'Share');
    gateway.setFaults(['latency=1']);
    const { text } = await control('GET', '?from=bookmark');
    for (const part of ['cn-hangzhou · testid (1)', '>shared<', '>latency=1<', 'keys: testid']) {
      expect(text).toContain(part);
    }
    expect((await control('GET', '', undefined, { host: 'evil.example' })).status).toBe(403);
  });

  it.each([
    ['a call by query', '/?Action=Nothing&Version=2020-06-01', {}, 'InvalidAction.NotFound'],
    [
      'a call by header',
      '/',
      { 'x-acs-action': 'Nothing', 'x-acs-version': '2020-06-01' },
      'InvalidAction.NotFound',
    ],
    ['a query that forgot its Action', '/?RegionId=cn-hangzhou', {}, 'MissingAction'],
    ['a signature without more', '/', { authorization: 'ACS3-HMAC-SHA256 x' }, 'MissingAction'],
  ])('does not take the place of %s', async (_, path, headers, code) => {
    const sent = { accept: 'text/html', ...(path.includes('RegionId') ? { accept: '*/*' } : {}), ...headers };
    expect((await send(gateway.url, { method: 'GET', path, headers: sent })).body['Code']).toBe(code);
  });

  it('is not shown to a foreign host name', async () => {
    const { body } = await send(gateway.url, { method: 'GET', path: '/', headers: { host: 'evil.example' } });
    expect(body['Code']).toBe('MissingAction');
  });
});
