import { describe, expect, it } from 'vitest';
import { startGateway } from '../../src/index.ts';
import { call, dateIn, share, useAuthentication } from '../support/authentication.ts';
import { send, sign, type SignedCall } from '../support/call.ts';

const gateway = useAuthentication();

describe('headers of ACS3-HMAC-SHA256', () => {
  it('accepts a right signature', async () => {
    expect(await gateway.answerTo({})).toEqual([200, undefined]);
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
    expect(await gateway.answerTo(change)).toEqual([status, code]);
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
    expect(await gateway.answerTo({ headers: { 'x-acs-date': dateIn(-14.9) } })).toEqual([200, undefined]);
    expect(await gateway.answerTo({ headers: { 'x-acs-date': dateIn(14.9) } })).toEqual([200, undefined]);
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
});
