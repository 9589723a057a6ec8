import { startGateway } from '@swas/mock-gateway';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium, launchChromium, openProfile } from '../support/chromium.ts';
import { skipWithout } from '../support/requirement.ts';
import { startSite } from './support/site.ts';

const key = { id: 'STS.page', secret: 'page-secret', securityToken: 'page-token' };
const credentials = {
  accessKeyId: key.id,
  accessKeySecret: key.secret,
  securityToken: key.securityToken,
};

/** Text of a function that runs in the page. */
const places = {
  page: '([endpoint, credentials]) => window.live(endpoint, credentials)',
  worker: `(parameters) =>
    new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(parameters);
    })`,
};

test.for(Object.entries(places))('the client works in a %s of Chromium', async ([, code], context) => {
  const chromium = findChromium();
  skipWithout(context, 'reason' in chromium ? chromium.reason : undefined);
  if ('reason' in chromium) return;
  const site = await startSite();
  onTestFinished(() => site.close());
  const gateway = await startGateway({
    images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-life0001' }],
    accessKeys: [key],
    cors: [site.origin],
  });
  onTestFinished(() => gateway.close());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());

  const page = await (await openProfile(browser)).newPage();
  await page.goto(site.origin);
  await page.waitForFunction('window.live');
  const outcomes = await page.evaluate(`(${code})(${JSON.stringify([gateway.url, credentials])})`);
  expect(outcomes).toEqual([
    'ServiceError SignatureDoesNotMatch',
    'done',
    'ServiceError CustomImageInShare',
    'done',
    'done',
    'RequestError',
    'TimeoutError',
  ]);
  expect(gateway.images()).toEqual([]);
});
