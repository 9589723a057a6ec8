import { describe, expect, it } from 'vitest';
import { rpc, useAuthentication } from '../support/authentication.ts';
import { send, signRpc } from '../support/call.ts';

const gateway = useAuthentication();

describe('the older RPC signature', () => {
  it.each([
    ['GET', { method: 'GET' }],
    ['POST with everything in the query', { method: 'POST' }],
    ['POST with a form', { method: 'POST', form: true }],
  ])('is accepted with %s', async (_, options) => {
    expect(await gateway.rpcAnswerTo({}, options)).toEqual([200, undefined]);
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
    expect(await gateway.rpcAnswerTo(change)).toEqual([status, code]);
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
    expect(gateway.running.calls().at(-1)?.operation).toBe('ModifyImageShareStatus');
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
    expect(gateway.running.images()).toHaveLength(2);
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
