import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, sign } from './support/call.ts';
import { brief, facade } from './support/facade.ts';

const images = ['m-a', 'm-b'].map((ImageId) => ({ RegionId: 'cn-hangzhou', ImageId }));
const ClientToken = 'a-token';

let gateway: Gateway;
let api: ReturnType<typeof facade>;
beforeEach(async () => {
  gateway = await startGateway({ unsigned: true, images, tokenLimit: 3 });
  api = facade(gateway.url);
});
afterEach(() => gateway.close());

describe('a client token', () => {
  it('makes a repetition a success without effect', async () => {
    const first = await api.remove(['m-a'], { ClientToken });
    gateway.setFaults([]);
    const second = await api.remove(['m-a'], { ClientToken });
    expect([brief(first), brief(second)]).toEqual(['200', '200']);
    expect(brief(await api.remove(['m-a']))).toBe('404 InvalidImageId.NotFound');
  });

  it('does not share the image anew', async () => {
    await api.modify('m-a', 'Share', { ClientToken });
    await api.modify('m-a', 'UnShare');
    expect(brief(await api.modify('m-a', 'Share', { ClientToken }))).toBe('200');
    expect(gateway.images()[0]?.Shared).toBe(false);
  });

  it('cannot be used with other parameters', async () => {
    await api.modify('m-a', 'Share', { ClientToken });
    expect(brief(await api.modify('m-a', 'UnShare', { ClientToken }))).toBe(
      '400 IdempotentParameterMismatch',
    );
    expect(brief(await api.modify('m-b', 'Share', { ClientToken }))).toBe('400 IdempotentParameterMismatch');
    expect(gateway.images().map(({ Shared }) => Shared)).toEqual([true, false]);
  });

  it('compares values, not the text that they came as', async () => {
    await api.remove(['m-a', 'm-b'], { ClientToken });
    const ImageIds = '[ "m-a",\n"m-b" ]';
    const again = await api.call('DeleteCustomImages', { RegionId: 'cn-hangzhou', ImageIds, ClientToken });
    expect(brief(again)).toBe('200');
  });

  it('is case-sensitive', async () => {
    await api.modify('m-a', 'Share', { ClientToken: 'token' });
    expect(brief(await api.modify('m-a', 'UnShare', { ClientToken: 'TOKEN' }))).toBe('200');
    expect(gateway.images()[0]?.Shared).toBe(false);
  });

  it('is not taken by a refused call', async () => {
    await api.modify('m-a', 'Share');
    expect(brief(await api.remove(['m-a'], { ClientToken }))).toBe('400 CustomImageInShare');
    await api.modify('m-a', 'UnShare');
    expect(brief(await api.remove(['m-a'], { ClientToken }))).toBe('200');
  });

  it('is kept apart by operation', async () => {
    await api.modify('m-a', 'UnShare', { ClientToken });
    expect(brief(await api.remove(['m-a'], { ClientToken }))).toBe('200');
  });

  it('is kept apart by account', async () => {
    const accessKeys = ['one', 'two'].map((id) => ({ id, secret: 's' }));
    const accounts = await startGateway({ images, accessKeys });
    const parameters = { RegionId: 'cn-hangzhou', ImageIds: '["m-a"]', ClientToken };
    for (const { id, secret } of accessKeys) {
      await send(accounts.url, sign(accounts.url, { action: 'DeleteCustomImages', parameters, id, secret }));
    }
    expect(accounts.images().map(({ ImageId }) => ImageId)).toEqual(['m-b', 'm-b']);
    await accounts.close();
  });

  it('counts as none when it is empty', async () => {
    await api.remove(['m-a'], { ClientToken: '' });
    expect(brief(await api.remove(['m-a'], { ClientToken: '' }))).toBe('404 InvalidImageId.NotFound');
  });

  it.each([
    ['64 characters', 'x'.repeat(64), '200'],
    ['65 characters', 'x'.repeat(65), '400 InvalidParameter'],
    ['characters beyond ASCII', 'tökén', '400 InvalidParameter'],
  ])('of %s', async (_, token, answer) => {
    expect(brief(await api.modify('m-a', 'Share', { ClientToken: token }))).toBe(answer);
  });

  it('is forgotten when too many others came after it', async () => {
    await api.modify('m-a', 'Share', { ClientToken });
    for (const token of ['1', '2', '3']) await api.modify('m-a', 'Share', { ClientToken: token });
    expect(brief(await api.modify('m-a', 'UnShare', { ClientToken }))).toBe('200');
  });

  it('is forgotten at a reset', async () => {
    await api.remove(['m-a'], { ClientToken });
    gateway.reset();
    await api.remove(['m-a'], { ClientToken });
    expect(gateway.images()).toHaveLength(1);
  });
});
