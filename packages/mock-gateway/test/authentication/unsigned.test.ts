import { describe, expect, it } from 'vitest';
import { startGateway } from '../../src/index.ts';
import { useAuthentication } from '../support/authentication.ts';
import { send } from '../support/call.ts';

const gateway = useAuthentication();

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
