import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../src/index.ts';
import { send, sign, signRpc, type SignedCall } from './support/call.ts';

const share = { RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' };
const call: SignedCall = { action: 'ModifyImageShareStatus', parameters: share };
const rpc = { Action: 'ModifyImageShareStatus', ...share };
const minute = 60_000;
const dateIn = (minutes: number): string =>
  new Date(Date.now() + minutes * minute).toISOString().replace(/\.\d+Z/, 'Z');

let gateway: Gateway;
beforeAll(async () => {
  const temporary = { id: 'sts', secret: 'sts-secret', securityToken: 'token' };
  const accessKeys = [{ id: 'testid', secret: 'testsecret' }, temporary];
  gateway = await startGateway({ images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-1' }], accessKeys });
});
afterAll(() => gateway.close());

const answerTo = async (change: Partial<SignedCall>) => {
  const { status, body } = await send(gateway.url, sign(gateway.url, { ...call, ...change }));
  return [status, body['Code']];
};
const rpcAnswerTo = async (change: Record<string, string>, options = {}) => {
  const { status, body } = await send(gateway.url, signRpc({ ...rpc, ...change }, options));
  return [status, body['Code']];
};

describe('ACS3-HMAC-SHA256', () => {
  it('accepts a right signature', async () => {
    expect(await answerTo({})).toEqual([200, undefined]);
  });

  it.each<[string, Partial<SignedCall>, number, string]>([
    ['a wrong secret', { secret: 'other' }, 400, 'SignatureDoesNotMatch'],
    ['an unknown key', { id: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound'],
    ['no date', { headers: { 'x-acs-date': '' } }, 400, 'MissingTimestamp'],
    ['a date of another form', { headers: { 'x-acs-date': 'today' } }, 400, 'InvalidTimeStamp.Format'],
    ['a date 16 minutes ago', { headers: { 'x-acs-date': dateIn(-16) } }, 400, 'InvalidTimeStamp.Expired'],
    ['a date in 16 minutes', { headers: { 'x-acs-date': dateIn(16) } }, 400, 'InvalidTimeStamp.Expired'],
    ['no nonce', { headers: { 'x-acs-signature-nonce': '' } }, 400, 'MissingSignatureNonce'],
    ['no action', { headers: { 'x-acs-action': '' } }, 400, 'MissingAction'],
    ['no version', { headers: { 'x-acs-version': '' } }, 400, 'MissingVersion'],
    ['another version', { headers: { 'x-acs-version': '2014-05-26' } }, 400, 'InvalidVersion'],
    ['an unknown action', { action: 'DeleteEverything' }, 404, 'InvalidAction.NotFound'],
    ['an action in another case', { action: 'modifyimagesharestatus' }, 404, 'InvalidAction.NotFound'],
    ['another method', { method: 'PUT' }, 403, 'UnsupportedHTTPMethod'],
    ['an unsigned host', { unsignedHeaders: ['host'] }, 400, 'IncompleteSignature'],
    ['an unsigned action', { unsignedHeaders: ['x-acs-action'] }, 400, 'IncompleteSignature'],
    ['an unsigned version', { unsignedHeaders: ['x-acs-version'] }, 400, 'IncompleteSignature'],
    ['an unsigned date', { unsignedHeaders: ['x-acs-date'] }, 400, 'IncompleteSignature'],
    ['an unsigned nonce', { unsignedHeaders: ['x-acs-signature-nonce'] }, 400, 'IncompleteSignature'],
    [
      'a wrong hash of the body',
      { headers: { 'x-acs-content-sha256': '0'.repeat(64) } },
      400,
      'SignatureDoesNotMatch',
    ],
    ['a temporary key without its token', { id: 'sts', secret: 'sts-secret' }, 400, 'MissingSecurityToken'],
    [
      'a token of another key',
      { headers: { 'x-acs-security-token': 'token' } },
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
    ],
  ])('refuses %s', async (_, change, status, code) => {
    expect(await answerTo(change)).toEqual([status, code]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'accept-language'])(
    'refuses a list of signed headers with %s, which is not sent',
    async (name) => {
      const signed = sign(gateway.url, call);
      const authorization = String(signed.headers?.['authorization']).replace(
        ',Signature',
        `;${name},Signature`,
      );
      const changed = { ...signed, headers: { ...signed.headers, authorization } };
      expect((await send(gateway.url, changed)).body['Code']).toBe('IncompleteSignature');
    },
  );

  it('accepts the edges of the 15-minute window', async () => {
    expect(await answerTo({ headers: { 'x-acs-date': dateIn(-14.9) } })).toEqual([200, undefined]);
    expect(await answerTo({ headers: { 'x-acs-date': dateIn(14.9) } })).toEqual([200, undefined]);
  });

  it('ends exactly 15 minutes before and after the gateway’s time', async () => {
    const clock = Date.parse('2026-05-04T03:02:01Z');
    const fixed = await startGateway({
      clock: () => clock,
      images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-1' }],
    });
    const codes = [];
    for (const seconds of [-901, -900, 0, 900, 901]) {
      const date = new Date(clock + seconds * 1000).toISOString().replace(/\.\d+Z/, 'Z');
      const sent = sign(fixed.url, { ...call, headers: { 'x-acs-date': date } });
      codes.push((await send(fixed.url, sent)).body['Code']);
    }
    await fixed.close();
    const expired = 'InvalidTimeStamp.Expired';
    expect(codes).toEqual([expired, undefined, undefined, undefined, expired]);
  });

  it.each([
    ['a space as a plus', (path: string) => path.replace('%20', '+')],
    ['a tilde that is encoded', (path: string) => path.replace('~', '%7E')],
    ['escapes in lower case', (path: string) => path.replace('%2F', '%2f').replace('%C3%A9', '%c3%a9')],
    ['letters that are encoded', (path: string) => path.replace('ImageId', '%49mage%49d')],
    ['another order', (path: string) => `/?${path.slice(2).split('&').toReversed().join('&')}`],
    ['empty parts', (path: string) => `${path.replaceAll('&', '&&')}&`],
  ])('reads what is the same for the same: %s', async (_, change) => {
    const parameters = { ...share, ImageId: 'm ~/é*' };
    const signed = sign(gateway.url, { ...call, parameters });
    const sent = { ...signed, path: change(signed.path) };
    expect(sent.path).not.toBe(signed.path);
    // The signature is right, and there is no such image.
    expect((await send(gateway.url, sent)).body['Code']).toBe('InvalidImageId.NotFound');
  });

  it('refuses a parameter that comes twice, though it is signed', async () => {
    const signed = sign(gateway.url, call);
    const twice = { ...signed, path: `${signed.path}&Operation=UnShare` };
    expect((await send(gateway.url, twice)).body['Code']).toBe('SignatureDoesNotMatch');
    const query = 'ImageId=m-1&Operation=Share&Operation=UnShare&RegionId=cn-hangzhou';
    const open = await startGateway({ unsigned: true });
    const { body } = await send(open.url, { path: `/ModifyImageShareStatus?${query}` });
    await open.close();
    expect(body['Code']).toBe('InvalidParam.OperationIllegal');
  });

  it('refuses a form whose content type is not signed', async () => {
    const body = 'ImageId=m-1&Operation=Share&RegionId=cn-hangzhou';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await answerTo({ parameters: {}, body, headers })).toEqual([200, undefined]);
    const unsignedHeaders = ['content-type'];
    expect(await answerTo({ parameters: {}, body, headers, unsignedHeaders })).toEqual([
      400,
      'IncompleteSignature',
    ]);
  });

  it('accepts one of many copies that come at once', async () => {
    for (const copy of [sign(gateway.url, call), sign(gateway.url, { ...call, body: 'x' }), signRpc(rpc)]) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(gateway.url, copy)));
      const codes = answers.map(({ body }) => body['Code'] ?? 'success').toSorted();
      expect(codes).toEqual([...Array.from({ length: 19 }, () => 'SignatureNonceUsed'), 'success']);
    }
  });

  it('takes a nonce for used however its headers are laid out', async () => {
    const signed = sign(gateway.url, { ...call, headers: { 'x-acs-signature-nonce': 'a,b' } });
    expect((await send(gateway.url, signed)).status).toBe(200);
    for (const values of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const headers = { ...signed.headers, 'x-acs-signature-nonce': values };
      expect((await send(gateway.url, { ...signed, headers })).body['Code']).toBe('SignatureNonceUsed');
    }
  });

  it('accepts a temporary key with its token', async () => {
    const headers = { 'x-acs-security-token': 'token' };
    expect(await answerTo({ id: 'sts', secret: 'sts-secret', headers })).toEqual([200, undefined]);
  });

  it('refuses a token that is not signed', async () => {
    const headers = { 'x-acs-security-token': 'token' };
    const unsignedHeaders = ['x-acs-security-token'];
    expect(await answerTo({ id: 'sts', secret: 'sts-secret', headers, unsignedHeaders })).toEqual([
      400,
      'IncompleteSignature',
    ]);
  });

  it('refuses the same request twice', async () => {
    const once = sign(gateway.url, call);
    expect((await send(gateway.url, once)).status).toBe(200);
    expect((await send(gateway.url, once)).body['Code']).toBe('SignatureNonceUsed');
  });

  it('does not count the nonce of a refused request as used', async () => {
    const headers = { 'x-acs-signature-nonce': 'a-nonce-of-its-own' };
    expect(await answerTo({ headers, secret: 'other' })).toEqual([400, 'SignatureDoesNotMatch']);
    expect(await answerTo({ headers })).toEqual([200, undefined]);
  });

  it('refuses a query, a path or a body that was changed after signing', async () => {
    const signed = sign(gateway.url, call);
    const changed = { ...signed, path: signed.path.replace('=Share', '=UnShare') };
    expect((await send(gateway.url, changed)).body['Code']).toBe('SignatureDoesNotMatch');
    const elsewhere = { ...signed, path: signed.path.replace('/?', '/DeleteCustomImages?') };
    expect((await send(gateway.url, elsewhere)).body['Code']).toBe('SignatureDoesNotMatch');
    expect((await send(gateway.url, { ...signed, body: 'x' })).body['Code']).toBe('SignatureDoesNotMatch');
  });

  it.each([
    ['no Authorization', undefined, 'IncompleteSignature'],
    ['another algorithm', 'ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=b', 'InvalidParameter'],
    ['no parts', 'ACS3-HMAC-SHA256 nothing', 'IncompleteSignature'],
    [
      'an empty signature',
      'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=',
      'IncompleteSignature',
    ],
  ])('refuses %s', async (_, authorization, code) => {
    const { headers, ...rest } = sign(gateway.url, call);
    const { authorization: dropped, ...others } = headers ?? {};
    expect(dropped).toBeDefined();
    const changed = authorization === undefined ? others : { ...others, authorization };
    expect((await send(gateway.url, { ...rest, headers: changed })).body['Code']).toBe(code);
  });

  it('answers a wrong signature with the string that it signed, but without the token', async () => {
    const headers = { 'x-acs-security-token': 'token' };
    const wrong = sign(gateway.url, { ...call, id: 'sts', secret: 'other', headers });
    const message = String((await send(gateway.url, wrong)).body['Message']);
    expect(message).toContain('server string to sign is:ACS3-HMAC-SHA256\n');
    expect(message).toContain('x-acs-security-token:***\n');
    expect(message).toContain('ImageId=m-1&Operation=Share&RegionId=cn-hangzhou');
    expect(message).not.toContain(':token');
  });
});

describe('the older RPC signature', () => {
  it.each([
    ['GET', { method: 'GET' }],
    ['POST with everything in the query', { method: 'POST' }],
    ['POST with a form', { method: 'POST', form: true }],
  ])('is accepted with %s', async (_, options) => {
    expect(await rpcAnswerTo({}, options)).toEqual([200, undefined]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['no access key', { AccessKeyId: '' }, 400, 'MissingAccessKeyId'],
    ['an unknown access key', { AccessKeyId: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound'],
    ['another method of signing', { SignatureMethod: 'HMAC-MD5' }, 400, 'InvalidParameter'],
    ['no timestamp', { Timestamp: '' }, 400, 'MissingTimestamp'],
    ['an old timestamp', { Timestamp: '2016-02-23T12:46:24Z' }, 400, 'InvalidTimeStamp.Expired'],
    ['no nonce', { SignatureNonce: '' }, 400, 'MissingSignatureNonce'],
    ['no action', { Action: '' }, 400, 'MissingAction'],
    ['no version', { Version: '' }, 400, 'MissingVersion'],
    ['an unknown action', { Action: 'Nothing' }, 404, 'InvalidAction.NotFound'],
    ['a token of another key', { SecurityToken: 'x' }, 400, 'InvalidSecurityToken.MismatchWithAccessKey'],
  ])('is refused with %s', async (_, change, status, code) => {
    expect(await rpcAnswerTo(change)).toEqual([status, code]);
  });

  it('is refused when it was made for the other verb', async () => {
    const forGet = signRpc(rpc, { method: 'GET' });
    expect((await send(gateway.url, { ...forGet, method: 'POST' })).body['Code']).toBe(
      'SignatureDoesNotMatch',
    );
  });

  it('is accepted beside the headers that the older SDKs repeat', async () => {
    const headers = { 'x-acs-action': 'DeleteCustomImages', 'x-acs-version': '2020-06-01' };
    expect((await send(gateway.url, { ...signRpc(rpc), headers })).status).toBe(200);
    expect(gateway.calls().at(-1)?.operation).toBe('ModifyImageShareStatus');
  });

  it('counts a parameter of query and form once when it is the same', async () => {
    const signed = signRpc(rpc, { method: 'POST' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(gateway.url, { ...signed, headers, body: 'RegionId=cn-hangzhou' })).status).toBe(200);
    const other = { ...signRpc(rpc, { method: 'POST' }), headers, body: 'RegionId=cn-beijing' };
    expect((await send(gateway.url, other)).body['Code']).toBe('SignatureDoesNotMatch');
  });

  it('does not sign for the operation of a façade path', async () => {
    const ImageIds = '["m-1"]';
    const signed = signRpc({ ...rpc, ImageIds }, { method: 'POST' });
    const elsewhere = { ...signed, path: signed.path.replace('/?', '/DeleteCustomImages?') };
    expect((await send(gateway.url, elsewhere)).body['Code']).toBe('InvalidAction.NotFound');
    expect(gateway.images()).toHaveLength(2);
  });

  it('is answered with the string that the SDKs look for', async () => {
    const { body } = await send(gateway.url, signRpc(rpc, { secret: 'other' }));
    expect(body['Message']).toMatch(
      /^Specified signature is not matched with our calculation\. server string to sign is:GET&%2F&/,
    );
  });

  it('is refused the second time', async () => {
    const once = signRpc(rpc);
    expect((await send(gateway.url, once)).status).toBe(200);
    expect((await send(gateway.url, once)).body['Code']).toBe('SignatureNonceUsed');
  });
});

describe('without a signature', () => {
  const path = '/ModifyImageShareStatus?RegionId=cn-hangzhou&ImageId=m-1&Operation=Share';

  it('the façade answers only when the gateway was started so', async () => {
    expect((await send(gateway.url, { path })).body['Code']).toBe('IncompleteSignature');
    const open = await startGateway({
      unsigned: true,
      images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-1' }],
    });
    expect((await send(open.url, { path })).status).toBe(200);
    const real = {
      path: path.replace('/ModifyImageShareStatus', '/'),
      headers: { 'x-acs-action': 'ModifyImageShareStatus', 'x-acs-version': '2020-06-01' },
    };
    expect((await send(open.url, real)).body['Code']).toBe('IncompleteSignature');
    await open.close();
  });
});
