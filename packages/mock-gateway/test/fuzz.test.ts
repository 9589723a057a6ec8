import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, sign, type Sent } from './support/call.ts';
import { exchange, wire } from './support/exchange.ts';
import { tamper, tampering } from './support/tamper.ts';

const image = { RegionId: 'cn-hangzhou', ImageId: 'm-1' };
let gateway: Gateway;
beforeAll(async () => {
  const limits = { headersTimeout: 500, requestTimeout: 500 };
  gateway = await startGateway({ images: [image], limits });
});
afterAll(() => gateway.close());

/** Requests of each property; `pnpm test:long` asks for many more, and then they come in batches. */
const wanted = Number(process.env['GATEWAY_FUZZ_RUNS'] ?? 300);
const batchSize = wanted > 1000 ? 50 : 10;
const seed = Number(process.env['GATEWAY_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let sent = 0;
beforeEach(() => {
  sent = 0;
});
afterEach(({ task }) => {
  // Whoever runs the long test wants to know what it did, and how to do it again.
  if (wanted > 1000) process.stdout.write(`${sent} requests, seed ${seed}: ${task.name}\n`);
});

/** Checks as many cases as wanted, in batches. Answers how many those were. */
async function assertBatches<T>(one: fc.Arbitrary<T>, check: (batch: T[]) => Promise<void>): Promise<number> {
  const batch = fc.array(one, { minLength: batchSize, maxLength: batchSize });
  const property = fc.asyncProperty(batch, async (cases) => {
    await check(cases);
    sent += cases.length;
  });
  await fc.assert(property, { numRuns: Math.ceil(wanted / batchSize), seed });
  return sent;
}

const call = {
  action: 'DeleteCustomImages',
  parameters: { RegionId: image.RegionId, ImageIds: '["m-1"]', ClientToken: 'fuzz' },
};

/** Sends each over a connection of its own, all at once. Answers every status. */
async function exchangeAll(requests: readonly Buffer[]): Promise<readonly number[]> {
  return (await Promise.all(requests.map((bytes) => exchange(gateway.port, bytes)))).flat();
}

/** Sends all over one connection without waiting for an answer. */
async function pipeline(requests: readonly Sent[]): Promise<readonly number[]> {
  const last = wire({ method: 'GET', path: '/end', headers: { host: 'a', connection: 'close' } });
  const methods = requests.map(({ method = 'POST' }) => method);
  const statuses = await exchange(gateway.port, Buffer.concat([...requests.map(wire), last]), methods);
  expect(statuses).toHaveLength(requests.length + 1);
  return statuses;
}

function expectRefused(statuses: readonly number[]): void {
  // 500 and above would be a defect that somebody's bytes have found.
  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(gateway.images()).toHaveLength(1);
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

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Buffer, { at, removed, inserted }: Mutation): Buffer {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), inserted, bytes.subarray(place + removed)]);
}

const name = fc.constantFrom(
  'authorization',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-security-token',
  'accept',
  'content-type',
  'x-gateway-fault',
  'origin',
);
const value = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.constantFrom(
    'ACS3-HMAC-SHA256 Credential=,SignedHeaders=,Signature=',
    `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=${'0'.repeat(64)}`,
    'DeleteCustomImages',
    '2020-06-01',
    'text/xml',
    'application/x-www-form-urlencoded',
  ),
);
const anyRequest = fc.record({
  headers: fc.dictionary(name, value).map((headers) => ({ host: '127.0.0.1', ...headers })),
  path: fc.webQueryParameters().map((query) => `/?${query}`),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH'),
  body: fc.oneof(fc.constant(''), fc.webQueryParameters(), fc.json()),
});

describe('whatever is sent', () => {
  it('random bytes are answered in well-formed HTTP, or not at all', async () => {
    const checked = await assertBatches(fc.uint8Array({ maxLength: 400 }), async (batch) => {
      expectRefused(await exchangeAll(batch.map((bytes) => Buffer.from(bytes))));
    });
    expect(checked).toBeGreaterThanOrEqual(wanted);
  });

  it('a changed signed request is answered in well-formed HTTP', async () => {
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
    const checked = await assertBatches(mutations, async (batch) => {
      // Only the secret makes a call: with another one, no change of bytes may get through.
      const signed = wire(sign(gateway.url, { ...call, secret: 'another' }));
      expectRefused(await exchangeAll(batch.map((changes) => changes.reduce(mutate, signed))));
    });
    expect(checked).toBeGreaterThanOrEqual(wanted);
  });

  it('any header, query, body and method is answered, and the gateway is there afterwards', async () => {
    const checked = await assertBatches(anyRequest, async (batch) => expectRefused(await pipeline(batch)));
    expect(checked).toBeGreaterThanOrEqual(wanted);
    expect((await send(gateway.url, { method: 'GET', path: '/_gateway/images' })).status).toBe(200);
  });

  it('a rightly signed request that is changed afterwards is refused', async () => {
    const checked = await assertBatches(tampering, async (batch) => {
      expectRefused(await pipeline(batch.map((change) => tamper(sign(gateway.url, call), change))));
    });
    expect(checked).toBeGreaterThanOrEqual(wanted);
    // The same request unchanged: it was the change that was refused.
    expect((await send(gateway.url, sign(gateway.url, call))).status).toBe(200);
    gateway.reset();
  });
});
