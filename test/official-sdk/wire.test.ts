import { createRequire } from 'node:module';
import type * as OfficialCore from '@alicloud/openapi-core';
import type * as OfficialSwas from '@alicloud/swas-open20200601';
import { createClient, type Credentials } from '@swas/client/unvalidated';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  oneof,
  record,
  string,
  stringMatching,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startRecordingServer,
  type RecordedRequest,
  type RecordingServer,
} from '../support/recording-server.ts';
import { isSignatureRight } from '../support/verify-signature.ts';

// The packages are CommonJS with a `default` of their own, which an ES import does not unwrap.
const require = createRequire(import.meta.url);
const Swas = require('@alicloud/swas-open20200601') as typeof OfficialSwas.default;
const { $OpenApiUtil } = require('@alicloud/openapi-core') as typeof OfficialCore;

const runs = 1000;
let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const keys: Credentials[] = [
  { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
  {
    accessKeyId: 'STS.testid',
    accessKeySecret: 'testsecret',
    securityToken: 'token+with/reserved=characters',
  },
];
const credentials = constantFrom(...keys);

const official = (settings: Credentials) => {
  const { accessKeyId, accessKeySecret, securityToken } = settings;
  const config = { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
  return new Swas.default(new $OpenApiUtil.Config({ ...config, endpoint: server.host, protocol: 'http' }));
};
const ours = (settings: Credentials) =>
  createClient({ endpoint: `http://${server.host}`, credentials: settings, maxAttempts: 1 });

// Everything that means something to the server; nonce, date and signature differ by design.
const meaningful = [
  'accept',
  'content-length',
  'content-type',
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-security-token',
  'x-acs-version',
];

function meaning({ method, target, headers, body }: RecordedRequest) {
  const url = new URL(target, 'http://x');
  const query = [...url.searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const present = meaningful.filter((name) => headers[name] !== undefined);
  return { method, path: url.pathname, query, body, headers: present.map((name) => [name, headers[name]]) };
}

/** What the two recorded requests mean, and whether an independent verifier accepts their signatures. */
function recorded(secret: string) {
  const requests = server.take();
  const [theirs, our] = requests.map(meaning);
  return { theirs, our, signatures: requests.map((request) => isSignatureRight(request, secret)) };
}

const both = [true, true];

// Whole code points: half of a surrogate pair has no UTF-8 form, and both clients refuse it.
const text = oneof(
  string({ unit: 'binary', minLength: 1 }),
  string({ unit: 'grapheme', minLength: 1 }),
  stringMatching(/^[!-/:-@[-`{-~ ]{1,20}$/),
);
const token = stringMatching(/^[ -~]{1,64}$/);

describe('the same on the wire as the official SDK', () => {
  test('ModifyImageShareStatus', async () => {
    const request = record({
      RegionId: text,
      ImageId: text,
      Operation: constantFrom('Share' as const, 'UnShare' as const),
      ClientToken: token,
    });
    const property = asyncProperty(credentials, request, async (settings, value) => {
      const { RegionId: regionId, ImageId: imageId, Operation: operation, ClientToken: clientToken } = value;
      const sent = new Swas.ModifyImageShareStatusRequest({ regionId, imageId, operation, clientToken });
      await official(settings).modifyImageShareStatus(sent);
      await ours(settings).modifyImageShareStatus(value);
      const { theirs, our, signatures } = recorded(settings.accessKeySecret);
      expect(our).toEqual(theirs);
      expect(signatures).toEqual(both);
    });
    await assert(property, { numRuns: runs });
  });

  test('DeleteCustomImages', async () => {
    const request = record({
      RegionId: text,
      ImageIds: array(text, { minLength: 1, maxLength: 15 }),
      ClientToken: token,
    });
    const property = asyncProperty(credentials, request, async (settings, value) => {
      const { RegionId: regionId, ImageIds, ClientToken: clientToken } = value;
      const imageIds = JSON.stringify(ImageIds);
      await official(settings).deleteCustomImages(
        new Swas.DeleteCustomImagesRequest({ regionId, imageIds, clientToken }),
      );
      await ours(settings).deleteCustomImages(value);
      const { theirs, our, signatures } = recorded(settings.accessKeySecret);
      expect(our).toEqual(theirs);
      expect(signatures).toEqual(both);
    });
    await assert(property, { numRuns: runs });
  });

  test('a list of 1,000 ids', async () => {
    const ImageIds = Array.from({ length: 1000 }, (_, index) => `m-${index}`);
    const RegionId = 'cn-hangzhou';
    const ClientToken = 'long';
    const settings = keys[0]!;
    const imageIds = JSON.stringify(ImageIds);
    await official(settings).deleteCustomImages(
      new Swas.DeleteCustomImagesRequest({ regionId: RegionId, imageIds, clientToken: ClientToken }),
    );
    await ours(settings).deleteCustomImages({ RegionId, ImageIds, ClientToken });
    const { theirs, our, signatures } = recorded(settings.accessKeySecret);
    expect(our).toEqual(theirs);
    expect(signatures).toEqual(both);
  });
});

test('the verifier refuses a changed request', async () => {
  await ours(keys[0]!).modifyImageShareStatus({ RegionId: 'r', ImageId: 'i', Operation: 'Share' });
  const [request] = server.take();
  expect(isSignatureRight(request!, 'testsecret')).toBe(true);
  expect(isSignatureRight(request!, 'testsecret2')).toBe(false);
  expect(
    isSignatureRight({ ...request!, target: request!.target.replace('Share', 'UnShare') }, 'testsecret'),
  ).toBe(false);
  expect(isSignatureRight({ ...request!, body: 'x' }, 'testsecret')).toBe(false);
});
