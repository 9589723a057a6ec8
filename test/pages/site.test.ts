import type { Gateway } from '@swas/mock-gateway';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { skipWithout } from '../support/requirement.ts';
import { axeFaults, startSite, views, visit } from './support/site.ts';

// A browser that draws a large page shares the machine with other tests.
vi.setConfig({ testTimeout: 180_000 });

const program = findChromium();
const missing = 'reason' in program ? program.reason : undefined;

let browser: Browser | undefined;
let gateway: Gateway;

beforeAll(async () => {
  gateway = await startSite();
  if (missing === undefined) browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await gateway.close();
});

beforeEach((context) => skipWithout(context, missing));

const files = ['index.html', 'traceability.html', 'spec.html'];
const looks = files.flatMap((file) =>
  views.map((view) => ({ file, view, title: `${file} on ${view.name}` })),
);

describe('the site in a browser', () => {
  test.for(looks)(
    '$title: nothing fails, nothing is asked of others, all can read it',
    async ({ file, view }) => {
      const { page, complaints, outside } = await visit(browser!, gateway.url, file, view);
      expect(outside).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.viewport.width);
      const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe(view.colorScheme === 'dark' ? 'rgb(18, 22, 28)' : 'rgb(255, 255, 255)');
    },
  );

  test('shows both operations with samples in the words of the client', async () => {
    const { page } = await visit(browser!, gateway.url, 'index.html');
    const text = await page.locator('#reference').innerText();
    for (const word of [
      'DeleteCustomImages',
      'ModifyImageShareStatus',
      'client.deleteCustomImages({',
      'CustomImageInShare',
    ])
      expect(text).toContain(word);
  });

  test('sends a try-it call, reached by the keyboard alone, and shows the answer', async () => {
    const { page, complaints, outside } = await visit(browser!, gateway.url, 'index.html');
    const open = page.getByRole('button', { name: 'Test Request (post /ModifyImageShareStatus)' });
    await page.keyboard.press('Tab');
    for (let presses = 1; presses < 150; presses += 1) {
      if ((await open.and(page.locator(':focus')).count()) === 1) break;
      await page.keyboard.press('Tab');
    }
    await expect(open.and(page.locator(':focus')).count()).resolves.toBe(1);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Send/ }).first().waitFor();
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await dialog.getByRole('button', { name: /^Send/ }).first().click();
    expect((await answered).status()).toBe(200);
    const { RequestId } = (await (await answered).json()) as { RequestId: string };
    await dialog.getByText(RequestId).first().waitFor();
    expect(await dialog.innerText()).toMatch(/Status:\s*200 OK/);
    expect(await axeFaults(page)).toEqual([]);
    expect([...complaints, ...outside]).toEqual([]);
  });

  test('leads from a statement to its line of the spec', async () => {
    const { page } = await visit(browser!, gateway.url, 'traceability.html');
    const row = page.getByRole('row', { name: /ImageIds holds at most 15 items/ });
    await expect.poll(() => row.count()).toBe(1);
    const statement = page.getByRole('row', { name: /^ImageIds: Ids of the images/ });
    await statement.getByRole('link').click();
    await page.waitForURL(/spec\.html#openapi\.yaml-\d+$/);
    expect(await page.locator(':target').innerText()).toContain('name: ImageIds');
  });
});
