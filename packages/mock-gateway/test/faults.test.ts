import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { availableFaults, startGateway, UsageError, type Gateway } from '../src/index.ts';
import { send, sign, type Response } from './support/call.ts';
import { facade } from './support/facade.ts';

const image = (ImageId: string, Shared = false, RegionId = 'cn-hangzhou') => ({ RegionId, ImageId, Shared });
const images = [
  ...Array.from({ length: 20 }, (_, index) => image(`m-${index}`)),
  image('m-shared', true),
  image('m-far', false, 'cn-beijing'),
];
const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `m-${from + index}`);

let gateway: Gateway;
let right: readonly string[];
beforeAll(async () => {
  gateway = await startGateway({ unsigned: true, images });
  right = await transcript();
});
beforeEach(() => {
  gateway.setFaults([]);
  gateway.reset();
});
afterAll(() => gateway.close());

/** A call of the scenario. */
type Step = (api: ReturnType<typeof facade>) => Promise<Response>;

/** Calls that between them touch every documented rule, on images of their own. */
const scenario: readonly Step[] = [
  (api) => api.modify('m-0', 'Share'),
  (api) => api.modify('m-0', 'UnShare'),
  (api) => api.modify('m-none', 'Share'),
  (api) => api.modify('m-none', 'UnShare'),
  (api) => api.modify('m-far', 'Share'),
  (api) => api.modify('m-0', 'share'),
  (api) => api.modify('m-0', 'Share '),
  (api) => api.modify('m-0', 'Nothing'),
  (api) => api.call('ModifyImageShareStatus', { RegionId: 'cn-hangzhou', ImageId: 'm-0' }),
  (api) => api.call('ModifyImageShareStatus', { RegionId: 'cn-hangzhou', Operation: 'Share' }),
  (api) => api.call('ModifyImageShareStatus', { ImageId: 'm-0', Operation: 'UnShare' }),
  (api) => api.modify('m-0', 'UnShare', { ClientToken: 'x'.repeat(64) }),
  (api) => api.modify('m-0', 'UnShare', { ClientToken: 'x'.repeat(65) }),
  (api) => api.modify('m-0', 'UnShare', { ClientToken: 'é' }),
  (api) => api.modify('m-1', 'Share', { ClientToken: 'one' }),
  (api) => api.modify('m-1', 'Share', { ClientToken: 'one' }),
  (api) => api.modify('m-1', 'UnShare', { ClientToken: 'one' }),
  (api) => api.modify('m-1', 'UnShare', { ClientToken: 'ONE' }),
  (api) => api.modify('m-1', 'UnShare', { ClientToken: `${'x'.repeat(40)}1` }),
  (api) => api.modify('m-1', 'Share', { ClientToken: `${'x'.repeat(40)}2` }),
  (api) => api.modify('m-1', 'UnShare'),
  (api) => api.remove(['m-shared'], { ClientToken: 'three' }),
  (api) => api.modify('m-shared', 'UnShare'),
  (api) => api.remove(['m-shared'], { ClientToken: 'three' }),
  (api) => api.remove(['m-1'], { ClientToken: 'four' }),
  (api) => api.remove(['m-1'], { ClientToken: 'four' }),
  (api) => api.modify('m-2', 'Share'),
  (api) => api.remove(['m-3', 'm-2']),
  (api) => api.remove(['m-3', 'm-none']),
  (api) => api.remove(['m-none']),
  (api) => api.remove(['m-far']),
  (api) => api.modify('m-2', 'UnShare'),
  (api) => api.remove(['m-2', 'm-3']),
  (api) => api.remove(['m-2', 'm-3']),
  (api) => api.remove(['m-3']),
  (api) => api.call('DeleteCustomImages', { RegionId: 'cn-hangzhou' }),
  (api) => api.call('DeleteCustomImages', { RegionId: 'cn-hangzhou', ImageIds: '["m-4"' }),
  (api) => api.remove(ids(4, 16)),
  (api) => api.remove(ids(4, 15)),
];

/** What anyone can see of an answer, its id replaced by whether it is a new one of the right form. */
function visible({ status, headers, text, body }: Response, seen: Set<unknown>): string {
  const id = body['RequestId'];
  const isNew = typeof id === 'string' && /^[0-9A-F-]{36}$/.test(id) && !seen.has(id);
  seen.add(id);
  const header = headers['x-acs-request-id'];
  const shown = typeof id === 'string' && id !== '' ? text.replaceAll(id, 'ID') : text;
  return JSON.stringify([status, headers['content-type'], shown, isNew, header === id]);
}

/** Answers to the scenario and the images that it leaves. */
async function transcript(): Promise<readonly string[]> {
  const api = facade(gateway.url);
  const seen = new Set<unknown>();
  const answers: string[] = [];
  for (const step of scenario) {
    answers.push(
      await step(api).then(
        (response) => visible(response, seen),
        (error: Error) => error.message,
      ),
    );
    answers.push(
      gateway
        .images()
        .map(({ ImageId, Shared }) => `${ImageId} ${Shared}`)
        .join(),
    );
  }
  return answers;
}

const named = availableFaults.map(({ name }) => name).filter((name) => !name.includes('='));

describe('faults', () => {
  it('are at least 40, each with the rule that it breaks', () => {
    expect(named.length).toBeGreaterThanOrEqual(40);
    expect(new Set(named).size).toBe(named.length);
    expect(availableFaults.filter(({ breaks }) => breaks === '')).toEqual([]);
  });

  it('do not show in a gateway without any', async () => {
    expect(await transcript()).toEqual(right);
  });

  it.each(named)('%s can be seen', async (name) => {
    gateway.setFaults([name]);
    expect(await transcript()).not.toEqual(right);
  });

  it('leave nothing behind when they are off again', async () => {
    gateway.setFaults(named);
    await transcript();
    gateway.setFaults([]);
    gateway.reset();
    expect(await transcript()).toEqual(right);
  });

  it('can be asked for in one request', async () => {
    const asking = facade(gateway.url, { 'x-gateway-fault': 'request-id-missing, latency=1' });
    expect((await asking.modify('m-0', 'Share')).body).toEqual({});
    expect((await facade(gateway.url).modify('m-0', 'Share')).body).toHaveProperty('RequestId');
  });

  it('that do not exist are refused at the start and ignored in a request', async () => {
    expect(() => gateway.setFaults(['nonsense'])).toThrow(UsageError);
    await expect(startGateway({ faults: ['nonsense'] })).rejects.toThrow('no fault "nonsense"');
    const { status } = await facade(gateway.url, { 'x-gateway-fault': 'nonsense' }).modify('m-0', 'Share');
    expect(status).toBe(200);
  });
});

/** A call that asks for a fault. */
const withFault = (fault: string) => facade(gateway.url, { 'x-gateway-fault': fault }).modify('m-0', 'Share');

describe('troubles', () => {
  it('throttle says when to come again, in both generations of headers', async () => {
    const { status, body, headers } = await withFault('throttle=1500');
    expect([status, body['Code']]).toEqual([400, 'Throttling.User']);
    expect(headers['x-acs-retry-after']).toBe('1500');
    expect(headers['x-ratelimit-user-api']).toBe('Limit:1,Remain:0,TimeLeft:1500,Reset:1500');
    expect(gateway.images()[0]?.Shared).toBe(false);
  });

  it.each([
    ['status=503', 503, 'ServiceUnavailable'],
    ['status=500', 500, 'InternalError'],
    ['status=200', 500, 'InternalError'],
  ])('%s', async (fault, status, code) => {
    const answer = await withFault(fault);
    expect([answer.status, answer.body['Code']]).toEqual([status, code]);
  });

  it('reset and truncated-body break the connection', async () => {
    await expect(withFault('reset')).rejects.toThrow(/ECONNRESET|hang up/);
    await expect(withFault('truncated-body')).rejects.toThrow('aborted');
  });

  it('clock-skew makes right dates wrong', async () => {
    const signed = sign(gateway.url, {
      action: 'ModifyImageShareStatus',
      parameters: { RegionId: 'cn-hangzhou', ImageId: 'm-0', Operation: 'Share' },
    });
    const headers = { ...signed.headers, 'x-gateway-fault': 'clock-skew=1000' };
    expect((await send(gateway.url, { ...signed, headers })).body['Code']).toBe('InvalidTimeStamp.Expired');
    expect((await send(gateway.url, signed)).status).toBe(200);
  });
});
