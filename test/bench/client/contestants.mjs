import { createHash, createHmac, randomUUID } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';

const accessKeyId = 'testid';
const accessKeySecret = 'testsecret';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const request = { RegionId: 'cn-hangzhou', ImageId: 'm-2zehv38jjmwva1ee0000', Operation: 'Share' };

/** What somebody writes who knows the algorithm and wants nothing but this one call. */
function signByHand(host) {
  const query = Object.entries({ ...request, ClientToken: randomUUID() })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const hash = sha256('');
  const headers = {
    host,
    'x-acs-action': 'ModifyImageShareStatus',
    'x-acs-content-sha256': hash,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2020-06-01',
  };
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const signed = names.join(';');
  const text = `ACS3-HMAC-SHA256\n${sha256(`POST\n/\n${query}\n${lines}\n${signed}\n${hash}`)}`;
  const signature = createHmac('sha256', accessKeySecret).update(text).digest('hex');
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signed},Signature=${signature}`;
  return { path: `/?${query}`, headers };
}

function callByHand(port, agent) {
  return new Promise((resolve, reject) => {
    const { path, headers } = signByHand(`127.0.0.1:${port}`);
    const sent = http.request(
      { host: '127.0.0.1', port, method: 'POST', path, headers, agent },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve(JSON.parse(body)));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** By name, what answers the function that makes one call over loopback, keep-alive, of the server at a port. */
export const contestants = {
  async ours(port) {
    const { createClient } = await import('@swas/client');
    const client = createClient({
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId, accessKeySecret },
    });
    return () => client.modifyImageShareStatus(request);
  },
  byHand(port) {
    const agent = new http.Agent({ keepAlive: true });
    return () => callByHand(port, agent);
  },
  official(port) {
    const require = createRequire(import.meta.url);
    const Swas = require('@alicloud/swas-open20200601');
    const { $OpenApiUtil } = require('@alicloud/openapi-core');
    const client = new Swas.default(
      new $OpenApiUtil.Config({
        accessKeyId,
        accessKeySecret,
        endpoint: `127.0.0.1:${port}`,
        protocol: 'http',
      }),
    );
    const { RegionId: regionId, ImageId: imageId, Operation: operation } = request;
    return () =>
      client.modifyImageShareStatus(new Swas.ModifyImageShareStatusRequest({ regionId, imageId, operation }));
  },
};
