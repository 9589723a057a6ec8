import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Where Debian, other Linux distributions and macOS keep Chromium or Chrome. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that can be started, or why there is none. */
export type ChromiumProgram = { readonly path: string } | { readonly reason: string };

/** Finds Chromium; the variable `CHROMIUM_PATH` names one in another place. */
export function findChromium(): ChromiumProgram {
  const asked = process.env['CHROMIUM_PATH'];
  const path = (asked === undefined ? places : [asked]).find((place) => existsSync(place));
  if (path !== undefined) return { path };
  return {
    reason: `There is no Chromium at ${asked ?? places.join(', ')}: install it (apt-get install chromium) or set CHROMIUM_PATH.`,
  };
}

/**
 * Starts Chromium without a window. The caller closes it.
 * @throws Error when this machine has none; ask `findChromium` first where that is no fault
 */
export function launchChromium(): Promise<Browser> {
  const program = findChromium();
  if ('reason' in program) throw new Error(program.reason);
  // The sandbox needs rights that a container does not give; only pages of this repository are opened. The other switches
  // keep the browser's own services quiet, so that every request seen is the page's.
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  return chromium.launch({ executablePath: program.path, headless: true, args: ['--no-sandbox', ...quiet] });
}

/** A fresh profile in a browser, closed when the test ends. */
export async function openProfile(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  return context;
}
