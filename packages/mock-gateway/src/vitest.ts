/**
 * A vitest fixture, for other people's test suites:
 * ```ts
 * import { test } from '@swas/mock-gateway/vitest';
 * test('shares an image', async ({ gateway }) => { … gateway.url … });
 * ```
 */
import { test as base } from 'vitest';
import { startGateway, type Gateway } from './gateway.ts';
import type { GatewayOptions } from './options.ts';

/** What a test gets. */
export interface GatewayFixtures {
  /** A running gateway, fresh for each test: images as at the start, no fault on. */
  readonly gateway: Gateway;
  /** How it is started; change it with `test.extend({ gatewayOptions: … })`. */
  readonly gatewayOptions: GatewayOptions;
}

/** vitest's `test` with a gateway. A test that does not name it starts none. */
export const test = base.extend<GatewayFixtures>({
  gatewayOptions: {},
  gateway: async ({ gatewayOptions }, use) => {
    const gateway = await startGateway(gatewayOptions);
    await use(gateway);
    await gateway.close();
  },
});
