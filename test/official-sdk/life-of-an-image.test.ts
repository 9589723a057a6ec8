import { createRequire } from 'node:module';
import type * as OfficialCore from '@alicloud/openapi-core';
import type * as OfficialSwas from '@alicloud/swas-open20200601';
import { startGateway, type Gateway } from '@swas/mock-gateway';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The packages are CommonJS with a `default` of their own, which an ES import does not unwrap.
const require = createRequire(import.meta.url);
const Swas = require('@alicloud/swas-open20200601') as typeof OfficialSwas.default;
const { $OpenApiUtil } = require('@alicloud/openapi-core') as typeof OfficialCore;

const RegionId = 'cn-hangzhou';
const ImageId = 'm-life0001';
const key = { id: 'LTAItest', secret: 'right-secret' };
const temporary = { id: 'STS.test', secret: 'sts-secret', securityToken: 'sts-token', account: key.id };

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway({ images: [{ RegionId, ImageId }], accessKeys: [key, temporary] });
});
afterEach(() => gateway.close());

/** The official client as its documentation makes it, but for endpoint and protocol. */
function official(settings: { accessKeyId: string; accessKeySecret: string; securityToken?: string }) {
  const endpoint = gateway.url.replace('http://', '');
  return new Swas.default(new $OpenApiUtil.Config({ ...settings, endpoint, protocol: 'http' }));
}

function calls(client: InstanceType<typeof Swas.default>) {
  const modify = (operation: string) =>
    client.modifyImageShareStatus(
      new Swas.ModifyImageShareStatusRequest({ regionId: RegionId, imageId: ImageId, operation }),
    );
  const remove = () =>
    client.deleteCustomImages(
      new Swas.DeleteCustomImagesRequest({ regionId: RegionId, imageIds: JSON.stringify([ImageId]) }),
    );
  return { modify, remove };
}

/** What the official client makes of each answer: its status, or the code of the error that it throws. */
const outcome = (call: Promise<{ statusCode?: number | undefined }>) =>
  call.then(
    ({ statusCode }) => statusCode,
    ({ code, statusCode }: { code: string; statusCode: number }) => `${statusCode} ${code}`,
  );

async function wholeLife(client: ReturnType<typeof official>) {
  const { modify, remove } = calls(client);
  return [
    await outcome(modify('Share')),
    await outcome(remove()),
    await outcome(modify('UnShare')),
    await outcome(remove()),
    await outcome(remove()),
  ];
}

const expectedLife = [200, '400 CustomImageInShare', 200, 200, '404 InvalidImageId.NotFound'];

describe('the official TypeScript SDK, pointed at the gateway', () => {
  test('runs the whole life of an image', async () => {
    const client = official({ accessKeyId: key.id, accessKeySecret: key.secret });
    expect(await wholeLife(client)).toEqual(expectedLife);
    expect(gateway.images()).toEqual([]);
  });

  test('runs it with a temporary key', async () => {
    const { id: accessKeyId, secret: accessKeySecret, securityToken } = temporary;
    expect(await wholeLife(official({ accessKeyId, accessKeySecret, securityToken }))).toEqual(expectedLife);
  });

  test('reads the request id of the documented form', async () => {
    const { modify } = calls(official({ accessKeyId: key.id, accessKeySecret: key.secret }));
    expect((await modify('Share')).body?.requestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(gateway.images()).toMatchObject([{ ImageId, Shared: true }]);
  });

  test('is refused with a wrong secret', async () => {
    const { remove } = calls(official({ accessKeyId: key.id, accessKeySecret: 'wrong-secret' }));
    await expect(remove()).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    expect(gateway.images()).toHaveLength(1);
  });

  test('is refused with an unknown key and with a wrong token', async () => {
    const unknown = calls(official({ accessKeyId: 'nobody', accessKeySecret: key.secret }));
    await expect(unknown.remove()).rejects.toMatchObject({ code: 'InvalidAccessKeyId.NotFound' });
    const { id: accessKeyId, secret: accessKeySecret } = temporary;
    const stale = calls(official({ accessKeyId, accessKeySecret, securityToken: 'other-token' }));
    await expect(stale.remove()).rejects.toMatchObject({
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
    });
  });

  test('is told the documented code of a wrong value', async () => {
    const { modify } = calls(official({ accessKeyId: key.id, accessKeySecret: key.secret }));
    await expect(modify('share')).rejects.toMatchObject({ code: 'InvalidParam.OperationIllegal' });
  });
});
