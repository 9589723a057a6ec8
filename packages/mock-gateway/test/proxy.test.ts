import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
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

  it('passes on repeated headers, the reason and an error as they are, and nothing of the connection', async () => {
    const endpoint = await upstream((_, response) => {
      const headers = [
        'Set-Cookie',
        'a=1',
        'Set-Cookie',
        'b=2',
        'X-Twice',
        '1',
        'X-Twice',
        '2',
        'X-Hop',
        'no',
      ];
      response.writeHead(503, 'Try Later', [
        ...headers,
        'Connection',
        'close, x-hop',
        'Keep-Alive',
        'timeout=1',
      ]);
      response.end('{"Code":"ServiceUnavailable"}');
    });
    const { status, headers, body } = await facade((await proxy({ endpoint })).url).modify('m', 'Share');
    expect([status, body['Code']]).toEqual([503, 'ServiceUnavailable']);
    expect([headers['set-cookie'], headers['x-twice']]).toEqual([['a=1', 'b=2'], '1, 2']);
    expect([headers['x-hop'], headers['connection']]).toEqual([undefined, 'keep-alive']);
  });

  it.each([
    ['switches protocols', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
    ['answers a status that there is not', 'HTTP/1.1 099 Odd\r\ncontent-length: 0\r\n\r\n'],
    ['answers no HTTP', 'nonsense\r\n\r\n'],
    ['says nothing', ''],
  ])('says that there was no answer when the endpoint %s', async (_, bytes) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(bytes));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(server);
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = facade((await proxy({ endpoint })).url);
    expect(brief(await api.modify('m', 'Share'))).toBe('502 ProxyEndpointUnreachable');
  });

  it('breaks off where the endpoint breaks off', async () => {
    const endpoint = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"Requ', () => response.destroy());
    });
    const { url } = await proxy({ endpoint });
    await expect(facade(url).modify('m', 'Share')).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
    expect(brief(await facade(url).call('Nothing', {}))).toBe('404 ProxyUnknownAction');
  });

  it('refuses a body that is too large', async () => {
    const { url } = await proxy();
    const sent = { path: '/DeleteCustomImages', body: 'x'.repeat(1024 * 1024 + 1) };
    expect(brief(await send(url, sent))).toBe('413 ProxyRequestTooLarge');
  });

  it('takes no address of another host', async () => {
    const { url } = await proxy();
    const path = 'http://evil.example/DeleteCustomImages';
    expect(brief(await send(url, { path }))).toBe('404 ProxyUnknownAction');
  });

  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.9.9.9:1', '[::1]:8080'])(
    'is open to programs that call it %s',
    async (host) => {
      const api = facade((await proxy()).url, { host });
      expect(brief(await api.modify('m-a b*c', 'Share'))).toBe('200');
    },
  );

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page over https', { host: 'localhost', origin: 'https://localhost' }],
    ['a name that is made to resolve to loopback', { host: 'evil.example' }],
    ['a name that begins like loopback', { host: 'localhost.evil.example' }],
    ['an address that begins like loopback', { host: '127.0.0.1.evil.example' }],
    ['a name that ends like loopback', { host: 'evil-localhost' }],
    ['a name with a user', { host: 'localhost:80@evil.example' }],
    ['a name with a dot at its end', { host: 'localhost.' }],
    ['an address of the network', { host: '0.0.0.0' }],
    ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port of this machine', { 'sec-fetch-site': 'same-site' }],
    [
      'a form of another page',
      { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    ],
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
