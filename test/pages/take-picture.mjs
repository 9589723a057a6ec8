// Takes the README's picture of the reference site: `node test/pages/take-picture.mjs`, after a build, where Chromium is.
import { fileURLToPath } from 'node:url';
import { startGateway } from '@swas/mock-gateway';
import { siteFolder } from '@swas/reference';
import { chromium } from 'playwright-core';

const gateway = await startGateway({ site: siteFolder, unsigned: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: 'light' });
await page.goto(`${gateway.url}/index.html`);
await page
  .getByRole('button', { name: /^Test Request/ })
  .last()
  .waitFor();
await page
  .getByRole('button', { name: /^ModifyImageShareStatus/ })
  .first()
  .click();
await page.waitForTimeout(2000);
await page.screenshot({ path: fileURLToPath(new URL('../../docs/reference.png', import.meta.url)) });
await browser.close();
await gateway.close();
