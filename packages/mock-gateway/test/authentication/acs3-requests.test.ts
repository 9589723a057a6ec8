import { describe, expect, it } from 'vitest';
import { startGateway } from '../../src/index.ts';
import { call, rpc, useAuthentication } from '../support/authentication.ts';
import { send, sign, signRpc } from '../support/call.ts';

const gateway = useAuthentication();

describe('requests under ACS3-HMAC-SHA256', () => {
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
    expect(await gateway.answerTo({ parameters: {}, body, headers })).toEqual([200, undefined]);
    const unsignedHeaders = ['content-type'];
    expect(await gateway.answerTo({ parameters: {}, body, headers, unsignedHeaders })).toEqual([
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
    expect(await gateway.answerTo({ id: 'sts', secret: 'sts-secret', headers })).toEqual([200, undefined]);
  });

  it('refuses a token that is not signed', async () => {
    const headers = { 'x-acs-security-token': 'token' };
    const unsignedHeaders = ['x-acs-security-token'];
    expect(await gateway.answerTo({ id: 'sts', secret: 'sts-secret', headers, unsignedHeaders })).toEqual([
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
    expect(await gateway.answerTo({ headers, secret: 'other' })).toEqual([400, 'SignatureDoesNotMatch']);
    expect(await gateway.answerTo({ headers })).toEqual([200, undefined]);
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
