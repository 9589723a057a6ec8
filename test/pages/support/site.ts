import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startGateway, type Gateway } from '@swas/mock-gateway';
import { siteFolder } from '@swas/reference';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openProfile } from '../../support/chromium.ts';

/** The built site, served as `pnpm gateway` does. */
export const startSite = (): Promise<Gateway> => startGateway({ site: siteFolder });

/** What a page did that its reader does not see. */
export interface Watched {
  readonly page: Page;
  /** Errors and warnings on the console, and uncaught errors. */
  readonly complaints: string[];
  /** Addresses that are not the site's own. */
  readonly outside: string[];
}

/** How the page is looked at: phone or desk, light or dark. */
export const views = [
  { name: 'a desk, light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'a desk, dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'a phone, light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: 'a phone, dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const satisfies readonly (BrowserContextOptions & { name: string })[];

/** Opens a page of the site in a profile of its own and waits until it is drawn. */
export async function visit(
  browser: Browser,
  url: string,
  file: string,
  view: BrowserContextOptions = views[0],
): Promise<Watched> {
  const page = await (await openProfile(browser, view)).newPage();
  const [complaints, outside]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !/^(?:data|blob):/.test(request.url()))
      outside.push(request.url());
  });
  await page.goto(`${url}/${file}`);
  // The library draws the operations after the page has loaded.
  const drawn =
    file === 'index.html' ? page.getByRole('button', { name: /^Test Request/ }).last() : page.locator('h1');
  await drawn.waitFor();
  await page.waitForLoadState('networkidle');
  return { page, complaints, outside };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical faults that axe finds in what the page shows now. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // As a text to evaluate, since the page's own policy allows no script in the page.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact}, ${id}: ${html.slice(0, 200)}`));
}
