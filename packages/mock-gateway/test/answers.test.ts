import { ownError } from '@swas/generator-mock-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, signRpc } from './support/call.ts';
import { facade } from './support/facade.ts';

const requestId = /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;
const share = { RegionId: 'cn-hangzhou', ImageId: 'm-mock0001', Operation: 'Share' };

let gateway: Gateway;
let api: ReturnType<typeof facade>;
beforeAll(async () => {
  gateway = await startGateway({ unsigned: true });
  api = facade(gateway.url);
});
afterAll(() => gateway.close());

describe('an answer', () => {
  it('carries one request id in body and header, and never the same twice', async () => {
    const answers = [await api.modify('m-mock0001', 'Share'), await api.modify('m-none', 'Share')];
    const ids = answers.map(({ body }) => body['RequestId']);
    expect(answers.map(({ headers }) => headers['x-acs-request-id'])).toEqual(ids);
    expect(ids[0]).toMatch(requestId);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('has nothing but the request id on success', async () => {
    const { body, headers } = await api.modify('m-mock0001', 'Share');
    expect(Object.keys(body)).toEqual(['RequestId']);
    expect(headers['content-type']).toBe('application/json;charset=utf-8');
  });

  it('has the members of the real one on error', async () => {
    const { body } = await api.modify('m-none', 'Share');
    expect(body).toEqual({
      RequestId: expect.stringMatching(requestId) as unknown,
      HostId: gateway.url.replace('http://', ''),
      Code: 'InvalidImageId.NotFound',
      Message: 'The specified ImageId does not exist.',
      Recommend: `https://api.aliyun.com/troubleshoot?q=InvalidImageId.NotFound&product=swas-open&requestId=${String(body['RequestId'])}`,
    });
    // What the generator compares with the form that an operation documents.
    expect(Object.keys(body)).toEqual(Object.keys(ownError));
  });
});

describe('the format', () => {
  const rpc = { Action: 'ModifyImageShareStatus', ...share };

  it('is XML when Format says so', async () => {
    const { text, headers } = await send(gateway.url, signRpc({ ...rpc, Format: 'XML' }));
    expect(headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><ModifyImageShareStatusResponse><RequestId>[0-9A-F-]{36}<\/RequestId><\/ModifyImageShareStatusResponse>$/,
    );
  });

  it('is XML for errors too', async () => {
    const { text, status } = await send(gateway.url, signRpc({ ...rpc, Format: 'xml', ImageId: 'm-<none>' }));
    expect(status).toBe(404);
    expect(text).toMatch(
      /^<\?xml.*<Error><RequestId>.*<HostId>.*<Code>InvalidImageId\.NotFound<\/Code><Message>.*<\/Error>$/,
    );
    expect(text).toContain('q=InvalidImageId.NotFound&amp;product=swas-open');
  });

  it.each([
    ['application/xml', 'text/xml;charset=utf-8'],
    ['text/xml', 'text/xml;charset=utf-8'],
    ['application/json', 'application/json;charset=utf-8'],
    ['application/json, application/xml', 'application/json;charset=utf-8'],
    ['*/*', 'application/json;charset=utf-8'],
  ])('follows Accept: %s', async (accept, contentType) => {
    const { headers } = await facade(gateway.url, { accept }).modify('m-mock0001', 'Share');
    expect(headers['content-type']).toBe(contentType);
  });

  it('of Format wins over Accept', async () => {
    const sent = { ...signRpc({ ...rpc, Format: 'JSON' }), headers: { accept: 'application/xml' } };
    expect((await send(gateway.url, sent)).headers['content-type']).toBe('application/json;charset=utf-8');
  });
});
