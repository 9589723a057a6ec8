import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, startProxy, UsageError, type Gateway, type Proxy } from '../src/index.ts';
import { send } from './support/call.ts';
import { brief, facade } from './support/facade.ts';

const accessKey = { id: 'sts', secret: 'very-secret', securityToken: 'very-token' };
const images = [{ RegionId: 'cn-hangzhou', ImageId: 'm-a b*c' }];
const closing: { close(): unknown }[] = [];

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway({ accessKeys: [accessKey], images });
  closing.push(gateway);
});
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function proxy(options: Partial<Parameters<typeof startProxy>[0]> = {}): Promise<Proxy> {
  const started = await startProxy({ accessKey, endpoint: gateway.url, allowWrites: true, ...options });
  closing.push(started);
  return started;
}

async function upstream(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(answer as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the signing proxy', () => {
  it('signs façade calls so that the gateway accepts them', async () => {
    const api = facade((await proxy()).url);
    expect(brief(await api.modify('m-a b*c', 'Share'))).toBe('200');
    expect(brief(await api.remove(['m-a b*c']))).toBe('400 CustomImageInShare');
    expect(gateway.calls().map(({ path }) => path)).toEqual(['/', '/']);
  });

  it('passes status, headers and bytes through unchanged, redirects included', async () => {
    const endpoint = await upstream((_, response) => {
      response.writeHead(307, {
        location: 'http://elsewhere.example/',
        'x-own': 'kept',
        'content-type': 'text/odd',
      });
      response.end('{ "odd" :1}');
    });
    const { status, headers, text } = await facade((await proxy({ endpoint })).url).modify('m', 'Share');
    expect([status, text, headers['x-own'], headers['content-type']]).toEqual([
      307,
      '{ "odd" :1}',
      'kept',
      'text/odd',
    ]);
  });

  it('passes nothing on that is not allowed', async () => {
    const readOnly = facade((await proxy({ allowWrites: false })).url);
    expect(brief(await readOnly.remove(['m-a']))).toBe('403 ProxyActionNotAllowed');
    const one = facade((await proxy({ allow: ['ModifyImageShareStatus'] })).url);
    expect(brief(await one.remove(['m-a']))).toBe('403 ProxyActionNotAllowed');
    expect(brief(await one.modify('m-a b*c', 'Share'))).toBe('200');
    expect(brief(await one.call('CreateInstances', {}))).toBe('404 ProxyUnknownAction');
    expect(gateway.calls()).toHaveLength(1);
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['a name that is made to resolve to loopback', { host: 'evil.example' }],
    ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ])('is closed to %s', async (_, headers) => {
    const api = facade((await proxy()).url, headers);
    expect(brief(await api.modify('m-a b*c', 'Share'))).toBe('403 ProxyForeignRequest');
    expect(gateway.calls()).toEqual([]);
  });

  it('sends to regions of the spec only', async () => {
    const { url } = await startProxy({ accessKey, allowWrites: true }).then((started) => {
      closing.push(started);
      return started;
    });
    const parameters = { RegionId: 'evil.example/#', ImageId: 'm', Operation: 'Share' };
    expect(brief(await facade(url).call('ModifyImageShareStatus', parameters))).toBe(
      '400 ProxyUnknownEndpoint',
    );
    const none = { ImageId: 'm', Operation: 'Share' };
    expect(brief(await facade(url).call('ModifyImageShareStatus', none))).toBe('400 ProxyUnknownEndpoint');
  });

  it('says that the endpoint does not answer, and nothing of the key', async () => {
    const { port } = gateway;
    await gateway.close();
    const answer = await facade((await proxy({ endpoint: `http://127.0.0.1:${port}` })).url).modify(
      'm',
      'Share',
    );
    expect(brief(answer)).toBe('502 ProxyEndpointUnreachable');
    expect(answer.text).not.toMatch(/very-/);
  });

  it('gives up an endpoint that hangs', async () => {
    const endpoint = await upstream(() => {});
    expect(brief(await facade((await proxy({ endpoint, timeout: 50 })).url).modify('m', 'Share'))).toBe(
      '502 ProxyEndpointUnreachable',
    );
  });

  it('knows POST only, and http endpoints only', async () => {
    const { url } = await proxy();
    expect((await send(url, { method: 'GET', path: '/DeleteCustomImages' })).status).toBe(405);
    await expect(startProxy({ accessKey, endpoint: 'file:///etc/passwd' })).rejects.toBeInstanceOf(
      UsageError,
    );
  });
});
