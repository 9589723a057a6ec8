import { connect } from 'node:net';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, sign, type Sent } from './support/call.ts';

let gateway: Gateway;
beforeAll(async () => {
  const limits = { headersTimeout: 500, requestTimeout: 500 };
  gateway = await startGateway({ images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-1' }], limits });
});
afterAll(() => gateway.close());

/** Requests of each property; `pnpm test:long` asks for many more. */
const numRuns = Number(process.env['GATEWAY_FUZZ_RUNS'] ?? 300);

const call = {
  action: 'DeleteCustomImages',
  parameters: { RegionId: 'cn-hangzhou', ImageIds: '["m-1"]', ClientToken: 'fuzz' },
};

/** Every answer of a connection, with bodies of exactly the announced length; throws on anything else. */
function parseAnswers(received: Buffer): readonly number[] {
  const statuses: number[] = [];
  let rest = received;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    const head = rest.subarray(0, end).toString('latin1');
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (end === -1 || status === undefined || length === undefined) throw new Error(`Not HTTP: ${head}`);
    const body = rest.subarray(end + 4, end + 4 + Number(length)).toString('utf8');
    if (!body.startsWith('<')) JSON.parse(body);
    statuses.push(Number(status));
    rest = rest.subarray(end + 4 + Number(length));
  }
  return statuses;
}

function exchange(bytes: Buffer): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(gateway.port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // The gateway may close while bytes are still on their way; what it said before counts.
    socket.on('error', () => {});
    socket.on('close', () => {
      try {
        resolve(parseAnswers(Buffer.concat(chunks)));
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}

/** The signed request as bytes. */
function wire({ method = 'POST', path, headers = {}, body = '' }: Sent): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`, 'latin1');
}

/** A place in a request, as a part of its length, and bytes to put there. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 8 }),
  inserted: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom('\r\n', '\0', '%', '%ff', '&', '=', ';', '../', '{', '"', '\r\n\r\n', 'chunked')
      .map((text) => Buffer.from(text)),
  ),
});

function mutate(
  bytes: Buffer,
  { at, removed, inserted }: { at: number; removed: number; inserted: Uint8Array },
): Buffer {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), inserted, bytes.subarray(place + removed)]);
}

describe('whatever is sent', () => {
  it('random bytes are answered in well-formed HTTP, or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        for (const status of await exchange(Buffer.from(bytes))) expect(status).toBeGreaterThanOrEqual(400);
      }),
      { numRuns },
    );
  });

  it('a changed signed request is answered in well-formed HTTP', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        // Only the secret makes a call: with another one, no change of bytes may get through.
        const signed = wire(sign(gateway.url, { ...call, secret: 'another' }));
        const statuses = await exchange(mutations.reduce(mutate, signed));
        expect(statuses.filter((status) => status < 400)).toEqual([]);
        expect(gateway.images()).toHaveLength(1);
      }),
      { numRuns },
    );
  });

  it('any header, query and method is answered, and the gateway is there afterwards', async () => {
    const name = fc.constantFrom(
      'authorization',
      'x-acs-action',
      'x-acs-version',
      'x-acs-date',
      'accept',
      'content-type',
      'x-gateway-fault',
      'host',
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(
        'ACS3-HMAC-SHA256 Credential=,SignedHeaders=,Signature=',
        'DeleteCustomImages',
        '2020-06-01',
        'text/xml',
      ),
    );
    const path = fc.webQueryParameters().map((query) => `/?${query}`);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, value),
        path,
        fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH'),
        async (headers, target, method) => {
          const { status } = await send(gateway.url, { headers, path: target, method });
          expect(status).toBeGreaterThanOrEqual(400);
        },
      ),
      { numRuns },
    );
    expect((await send(gateway.url, { method: 'GET', path: '/_gateway/images' })).status).toBe(200);
    expect(gateway.images()).toHaveLength(1);
  });
});
