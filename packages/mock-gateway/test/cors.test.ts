import { afterEach, describe, expect, it } from 'vitest';
import { startGateway, UsageError, type Gateway } from '../src/index.ts';
import { send } from './support/call.ts';
import { brief, facade } from './support/facade.ts';

const page = 'http://localhost:5173';
let gateway: Gateway;
afterEach(() => gateway.close());

const start = async (cors?: readonly string[]): Promise<void> => {
  gateway = await startGateway({ unsigned: true, ...(cors === undefined ? {} : { cors }) });
};
const ask = (origin: string, more: Record<string, string> = {}) =>
  send(gateway.url, {
    method: 'OPTIONS',
    path: '/DeleteCustomImages',
    headers: { origin, 'access-control-request-method': 'POST', ...more },
  });
const corsHeaders = ({ headers }: { headers: object }): string[] =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

describe('pages of other origins', () => {
  it('may read nothing by default', async () => {
    await start();
    expect(corsHeaders(await ask(page))).toEqual([]);
    expect(corsHeaders(await facade(gateway.url, { origin: page }).modify('m-mock0001', 'Share'))).toEqual(
      [],
    );
  });

  it('may call when they are named', async () => {
    await start([page]);
    const asked = await ask(page, { 'access-control-request-headers': 'authorization,x-acs-action' });
    expect([asked.status, asked.text]).toEqual([204, '']);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization,x-acs-action',
      vary: 'origin',
    });
    for (const image of ['m-mock0001', 'm-none']) {
      const { headers } = await facade(gateway.url, { origin: page }).modify(image, 'Share');
      expect(headers['access-control-allow-origin']).toBe(page);
      expect(headers['access-control-expose-headers']).toContain('x-acs-request-id');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('may all call with *', async () => {
    await start(['*']);
    const answer = await facade(gateway.url, { origin: 'null' }).modify('m-mock0001', 'Share');
    expect([brief(answer), answer.headers['access-control-allow-origin']]).toEqual(['200', '*']);
    const asked = await ask(page, { 'access-control-request-private-network': 'true' });
    expect(asked.headers['access-control-allow-private-network']).toBe('true');
  });

  it.each(['null', 'http://localhost:5174', 'https://localhost:5173', 'http://localhost:5173.evil.example'])(
    'may read nothing when they are not named: %s',
    async (origin) => {
      await start([page]);
      const asked = await ask(origin);
      expect([asked.status, corsHeaders(asked), asked.headers['vary']]).toEqual([403, [], 'origin']);
      expect(corsHeaders(await facade(gateway.url, { origin }).modify('m-mock0001', 'Share'))).toEqual([]);
    },
  );

  it('never reach the control surface', async () => {
    await start(['*']);
    const headers = { origin: page };
    const answer = await send(gateway.url, { method: 'POST', path: '/_gateway/reset', headers });
    expect([answer.status, corsHeaders(answer)]).toEqual([403, []]);
  });

  it('have no text of theirs repeated but names of headers', async () => {
    await start([page]);
    const { headers } = await ask(page, { 'access-control-request-headers': 'x: y; <script>' });
    expect(headers['access-control-allow-headers']).toBeUndefined();
  });
});

it.each(['localhost:5173', 'http://localhost:5173/', 'http://LOCALHOST', 'null', ''])(
  '%j is no origin',
  async (origin) => {
    await start();
    await expect(startGateway({ cors: [origin] })).rejects.toBeInstanceOf(UsageError);
  },
);
