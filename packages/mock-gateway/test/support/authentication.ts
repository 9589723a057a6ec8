import { afterAll, beforeAll } from 'vitest';
import { startGateway, type Gateway } from '../../src/index.ts';
import { send, sign, signRpc, type SignedCall } from './call.ts';

export const share = { RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' };
export const call: SignedCall = { action: 'ModifyImageShareStatus', parameters: share };
export const rpc = { Action: 'ModifyImageShareStatus', ...share };

const minute = 60_000;

/** The time in so many minutes, as it is signed. */
export const dateIn = (minutes: number): string =>
  new Date(Date.now() + minutes * minute).toISOString().replace(/\.\d+Z/, 'Z');

/** What a signed call is answered with: its status, and its `Code` when it was refused. */
type Answer = readonly [status: number, code: unknown];

/** A gateway that knows a lasting and a temporary key, for the tests of a file. */
export interface Authentication {
  readonly running: Gateway;
  readonly url: string;
  answerTo(change: Partial<SignedCall>): Promise<Answer>;
  rpcAnswerTo(change: Record<string, string>, options?: Parameters<typeof signRpc>[1]): Promise<Answer>;
}

/** Starts such a gateway before the tests of the calling file and stops it after them. */
export function useAuthentication(): Authentication {
  let gateway: Gateway;
  beforeAll(async () => {
    const temporary = { id: 'sts', secret: 'sts-secret', securityToken: 'token' };
    const accessKeys = [{ id: 'testid', secret: 'testsecret' }, temporary];
    gateway = await startGateway({ images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-1' }], accessKeys });
  });
  afterAll(() => gateway.close());
  return {
    get running() {
      return gateway;
    },
    get url() {
      return gateway.url;
    },
    async answerTo(change) {
      const { status, body } = await send(gateway.url, sign(gateway.url, { ...call, ...change }));
      return [status, body['Code']];
    },
    async rpcAnswerTo(change, options = {}) {
      const { status, body } = await send(gateway.url, signRpc({ ...rpc, ...change }, options));
      return [status, body['Code']];
    },
  };
}
