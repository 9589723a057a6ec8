import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, sign } from './support/call.ts';
import { brief, facade } from './support/facade.ts';

const image = (ImageId: string, Shared = false, RegionId = 'cn-hangzhou') => ({ RegionId, ImageId, Shared });
const images = [image('m-a'), image('m-b'), image('m-shared', true), image('m-far', false, 'cn-beijing')];

let gateway: Gateway;
let api: ReturnType<typeof facade>;
beforeEach(async () => {
  gateway = await startGateway({ unsigned: true, images });
  api = facade(gateway.url);
});
afterEach(() => gateway.close());

const left = (): readonly string[] =>
  gateway.images().map(({ ImageId, Shared }) => (Shared ? `${ImageId} shared` : ImageId));

describe('sharing', () => {
  it('is remembered, and touches no other image', async () => {
    expect(brief(await api.modify('m-a', 'Share'))).toBe('200');
    expect(left()).toEqual(['m-a shared', 'm-b', 'm-shared shared', 'm-far']);
    expect(brief(await api.modify('m-a', 'UnShare'))).toBe('200');
    expect(left()).toEqual(['m-a', 'm-b', 'm-shared shared', 'm-far']);
  });

  it('twice is a success without effect', async () => {
    expect(brief(await api.modify('m-shared', 'Share'))).toBe('200');
    expect(brief(await api.modify('m-a', 'UnShare'))).toBe('200');
    expect(left()).toEqual(['m-a', 'm-b', 'm-shared shared', 'm-far']);
  });

  it('is refused for an unknown image, also one of another region', async () => {
    expect(brief(await api.modify('m-none', 'Share'))).toBe('404 InvalidImageId.NotFound');
    expect(brief(await api.modify('m-far', 'Share'))).toBe('404 InvalidImageId.NotFound');
    expect(brief(await api.modify('m-far', 'Share', { RegionId: 'cn-beijing' }))).toBe('200');
  });

  it.each(['share', 'SHARE', ' Share', 'Share ', 'Unshare', '', 'Delete'])(
    'is refused as %j',
    async (text) => {
      expect(brief(await api.modify('m-a', text))).toBe('400 InvalidParam.OperationIllegal');
      expect(left()).toContain('m-a');
    },
  );
});

describe('deleting', () => {
  it('removes every image of the list', async () => {
    expect(brief(await api.remove(['m-a', 'm-b']))).toBe('200');
    expect(left()).toEqual(['m-shared shared', 'm-far']);
    expect(brief(await api.remove(['m-a']))).toBe('404 InvalidImageId.NotFound');
  });

  it.each([
    ['one is shared', ['m-a', 'm-shared'], '400 CustomImageInShare'],
    ['one does not exist', ['m-a', 'm-none'], '404 InvalidImageId.NotFound'],
    ['one is in another region', ['m-a', 'm-far'], '404 InvalidImageId.NotFound'],
    ['one is unknown and one shared', ['m-shared', 'm-none'], '404 InvalidImageId.NotFound'],
  ])('removes nothing when %s', async (_, ids, answer) => {
    expect(brief(await api.remove(ids))).toBe(answer);
    expect(left()).toHaveLength(images.length);
  });

  it('takes 15 ids and refuses 16', async () => {
    const many = Array.from({ length: 16 }, (_, index) => `m-${index}`);
    gateway.reset(many.map((id) => image(id)));
    expect(brief(await api.remove(many))).toBe('400 InvalidParameter');
    expect(left()).toHaveLength(16);
    expect(brief(await api.remove(many.slice(0, 15)))).toBe('200');
    expect(left()).toEqual(['m-15']);
  });

  it.each(['m-a', '["m-a"', '{"a":1}', '["m-a",1]', 'null', '[]'])(
    'refuses %j as ImageIds',
    async (ImageIds) => {
      const { status, body } = await api.call('DeleteCustomImages', { RegionId: 'cn-hangzhou', ImageIds });
      expect([status, body['Code']]).toEqual([400, 'InvalidParameter']);
      expect(left()).toHaveLength(images.length);
    },
  );

  it('answers with the documented message', async () => {
    const { body } = await api.remove(['m-shared']);
    expect(body['Message']).toBe('The custom image is in sharing,please unshare first then to retry.');
  });
});

describe('parameters', () => {
  it.each([
    ['RegionId', { ImageId: 'm-a', Operation: 'Share' }, '400 MissingRegionId'],
    ['ImageId', { RegionId: 'cn-hangzhou', Operation: 'Share' }, '400 MissingImageId'],
    ['an empty ImageId', { RegionId: 'cn-hangzhou', Operation: 'Share', ImageId: '' }, '400 MissingImageId'],
    ['everything', {}, '400 MissingRegionId'],
  ])('refuses a call without %s', async (_, parameters, answer) => {
    expect(brief(await api.call('ModifyImageShareStatus', parameters))).toBe(answer);
  });

  it('refuses an unknown region', async () => {
    expect(brief(await api.modify('m-a', 'Share', { RegionId: 'mars-1' }))).toBe(
      '404 InvalidRegionId.NotFound',
    );
  });

  it('refuses a parameter that comes twice', async () => {
    const path = '/ModifyImageShareStatus?RegionId=cn-hangzhou&ImageId=m-a&Operation=Share&ImageId=m-b';
    expect((await send(gateway.url, { path })).body['Code']).toBe('InvalidParameter');
    expect(left()).not.toContain('m-a shared');
  });

  it('ignores parameters that the operation does not have', async () => {
    expect(brief(await api.modify('m-a', 'Share', { Nonsense: 'x', __proto__x: 'y' }))).toBe('200');
  });
});

describe('state', () => {
  it('is kept apart by account', async () => {
    const accessKeys = [
      { id: 'one', secret: 's' },
      { id: 'two', secret: 's' },
      { id: 'one-too', secret: 's', account: 'one' },
    ];
    const accounts = await startGateway({ images: [image('m-a')], accessKeys });
    const parameters = { RegionId: 'cn-hangzhou', ImageIds: '["m-a"]' };
    const removeAs = async (id: string) =>
      brief(
        await send(
          accounts.url,
          sign(accounts.url, { action: 'DeleteCustomImages', parameters, id, secret: 's' }),
        ),
      );
    expect(await removeAs('one')).toBe('200');
    expect(await removeAs('one-too')).toBe('404 InvalidImageId.NotFound');
    expect(await removeAs('two')).toBe('200');
    await accounts.close();
  });

  it('starts with the documented images', async () => {
    const fresh = await startGateway();
    const inHangzhou = fresh.images().filter(({ RegionId, Shared }) => RegionId === 'cn-hangzhou' && !Shared);
    expect(inHangzhou.length).toBeGreaterThanOrEqual(40);
    expect(fresh.images().some(({ Shared }) => Shared)).toBe(true);
    await fresh.close();
  });

  it('goes back to the start, or to given images, at a reset', async () => {
    await api.remove(['m-a']);
    gateway.reset();
    expect(left()).toContain('m-a');
    gateway.reset([image('m-only')]);
    expect(left()).toEqual(['m-only']);
    expect(gateway.calls()).toEqual([]);
  });
});
