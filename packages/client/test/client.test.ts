import { createRequire } from 'node:module';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as validated from '../src/index.ts';
import * as unvalidated from '../src/unvalidated.ts';
import type { DeleteCustomImagesErrorCode, DeleteCustomImagesRequest, Transport } from '../src/index.ts';

const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const request: DeleteCustomImagesRequest = { RegionId: 'cn-hangzhou', ImageIds: ['m-1'] };

/** A transport that answers with a status and a body, and remembers the URLs it was asked for. */
function answering(status: number, body: object) {
  const urls: string[] = [];
  const transport: Transport = async ({ url }) => {
    urls.push(url);
    return { status, headers: {}, text: JSON.stringify(body), truncated: false };
  };
  return { transport, urls };
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each([
  ['validated', validated],
  ['unvalidated', unvalidated],
])('%s client', (_, { createClient, createConnection, deleteCustomImages, isDeleteCustomImagesError }) => {
  it('calls by method and by function alike', async () => {
    const { transport, urls } = answering(200, { RequestId: 'R' });
    const settings = { region: 'cn-hangzhou', credentials, transport };
    const call = { ...request, ClientToken: 't' };
    await expect(createClient(settings).deleteCustomImages(call)).resolves.toEqual({ RequestId: 'R' });
    await deleteCustomImages(createClient(settings), call);
    await deleteCustomImages(createConnection(settings), call);
    const url =
      'https://swas.cn-hangzhou.aliyuncs.com/?ClientToken=t&ImageIds=%5B%22m-1%22%5D&RegionId=cn-hangzhou';
    expect(urls).toEqual([url, url, url]);
  });

  it('narrows documented codes, and leaves others alone', async () => {
    const documented = answering(400, { Code: 'CustomImageInShare', Message: 'No.' });
    const other = answering(400, { Code: 'Forbidden.RAM', Message: 'No.' });
    const settings = { region: 'cn-hangzhou', credentials };
    const refused = deleteCustomImages(createConnection({ ...settings, ...documented }), request);
    expect(isDeleteCustomImagesError(await failureOf(refused))).toBe(true);
    const error = await failureOf(createClient({ ...settings, ...other }).deleteCustomImages(request));
    expect(isDeleteCustomImagesError(error)).toBe(false);
    expect(error).toBeInstanceOf(validated.ServiceError);
    expect(error).toMatchObject({ code: 'Forbidden.RAM', operation: 'DeleteCustomImages' });
  });

  it('reaches private hosts where there are some', async () => {
    const { transport, urls } = answering(200, { RequestId: 'R' });
    await createClient({ region: 'cn-hangzhou', network: 'vpc', credentials, transport }).deleteCustomImages(
      request,
    );
    expect(urls[0]).toMatch(/^https:\/\/swas-vpc\.cn-hangzhou\.aliyuncs\.com\//);
    expect(() => createClient({ region: 'ap-southeast-7', network: 'vpc', credentials })).toThrow(
      /cn-hangzhou/,
    );
  });

  it('names the known regions for an unknown one', () => {
    expect(() => createClient({ region: 'cn-nowhere', credentials })).toThrow(RangeError);
    expect(() => createClient({ region: 'cn-nowhere', credentials })).toThrow(/"?cn-nowhere.*cn-hangzhou, /);
  });
});

describe('validation', () => {
  const wrong = { ...request, ImageIds: [] };

  it('stops a wrong request before it is sent, with the issues', async () => {
    const { transport, urls } = answering(200, { RequestId: 'R' });
    const client = validated.createClient({ region: 'cn-hangzhou', credentials, transport });
    const error = await failureOf(client.deleteCustomImages(wrong));
    expect(error).toBeInstanceOf(validated.RequestError);
    expect(error).toMatchObject({ issues: [{ path: ['ImageIds'], code: 'minItems' }], attempts: 0 });
    expect(urls).toEqual([]);
  });

  it('sends what was checked, whatever a getter answers later', async () => {
    const { transport, urls } = answering(200, { RequestId: 'R' });
    const client = validated.createClient({ region: 'cn-hangzhou', credentials, transport });
    let reads = 0;
    const changing = {
      ...request,
      get ImageIds(): string[] {
        return reads++ ? Array.from({ length: 99 }, () => 'm-9') : ['m-1'];
      },
    };
    await client.deleteCustomImages(changing);
    expect(new URL(urls[0]!).searchParams.get('ImageIds')).toBe('["m-1"]');
  });

  it('is left to the server by the other entry', async () => {
    const { transport, urls } = answering(200, { RequestId: 'R' });
    await unvalidated
      .createClient({ region: 'cn-hangzhou', credentials, transport })
      .deleteCustomImages(wrong);
    expect(urls).toHaveLength(1);
  });
});

it('a 200 without RequestId is an error that says so', async () => {
  const { transport } = answering(200, {});
  const client = validated.createClient({ region: 'cn-hangzhou', credentials, transport });
  const error = await failureOf(client.deleteCustomImages(request));
  expect(error).toBeInstanceOf(validated.ResponseError);
  expect((error as Error).message).toContain('RequestId');
});

it('both entries export the same names', () => {
  expect(Object.keys(unvalidated).toSorted()).toEqual(Object.keys(validated).toSorted());
});

it('the built package can be required', () => {
  const require = createRequire(import.meta.url);
  expect(require('@swas/client')).toHaveProperty('createClient');
});

it('types hold requests and errors to the spec', () => {
  type Client = ReturnType<typeof validated.createClient>;
  type Request = Parameters<Client['modifyImageShareStatus']>[0];
  expectTypeOf<Request['Operation']>().toEqualTypeOf<'Share' | 'UnShare'>();
  expectTypeOf<Request['ClientToken']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<DeleteCustomImagesRequest['ImageIds']>().toEqualTypeOf<readonly string[]>();
  expect(code(new Error('other'))).toBe('unknown');
});

function exhaustive(code: DeleteCustomImagesErrorCode): string {
  switch (code) {
    case 'CustomImageInShare':
    case 'InvalidImageId.NotFound':
    case 'InternalError':
      return code;
  }
}

const code = (error: unknown): string =>
  validated.isDeleteCustomImagesError(error) ? exhaustive(error.code) : 'unknown';
