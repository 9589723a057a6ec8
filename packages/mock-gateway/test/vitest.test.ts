import { describe, expect } from 'vitest';
import { test } from '../src/vitest.ts';
import { brief, facade } from './support/facade.ts';

const images = [{ RegionId: 'cn-hangzhou', ImageId: 'm-a' }];
const it = test.extend({ gatewayOptions: { unsigned: true, images } });

/* oxlint-disable vitest/no-standalone-expect -- The rule does not know tests that were extended. */
describe('the fixture', () => {
  it('starts a gateway with the given options', async ({ gateway }) => {
    expect(brief(await facade(gateway.url).remove(['m-a']))).toBe('200');
  });

  it('starts a fresh one for the next test', ({ gateway }) => {
    expect(gateway.images()).toHaveLength(1);
  });
});
