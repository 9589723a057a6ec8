import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { openProfile } from '../../support/chromium.ts';
import { canary } from './syntax.ts';

/** Somebody else's server: notes whatever asks it for anything. */
export async function startOutsider() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end(`globalThis.${canary}=1`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Texts that run, or ask another server, wherever a page takes them for markup, for Markdown or for an address. */
export function hostileText(outsider: string): string {
  const code = `globalThis.${canary}=1`;
  return [
    `</title></style></script></textarea></noscript><script>${code}</script><script src="${outsider}/script"></script>`,
    `<img src=x onerror="${code}"><img src="${outsider}/image"><svg onload="${code}"></svg>`,
    `<iframe srcdoc="<script>parent.${canary}=1</script>"></iframe><iframe src="javascript:parent.${canary}=1"></iframe>`,
    `<link rel="stylesheet" href="${outsider}/style"><style>@import '${outsider}/import';</style>`,
    `<a href="javascript:${code}">one</a> [two](javascript:${code}) ![three](${outsider}/markdown) <javascript:${code}>`,
    `" onmouseover="${code}" autofocus onfocus="${code}" x="' onfocus='${code}`,
    `{{ constructor.constructor("${code}")() }} \${${code}}`,
  ].join(' ');
}

/**
 * Opens a page, follows whatever link in it is code, and answers what the page let happen.
 * @param mark stands beside the hostile texts, and `place` shows it once they are drawn
 */
export async function look(browser: Browser, address: string, mark: string, place = 'body') {
  const page = await (await openProfile(browser)).newPage();
  await page.goto(address);
  // Once the text is there it has had its chance.
  await page.waitForFunction(
    `document.querySelector('${place}')?.textContent.includes(${JSON.stringify(mark)})`,
  );
  await page.waitForLoadState('networkidle');
  const links = await page.evaluate<number>(`
    [...document.querySelectorAll('a[href], area[href], form[action]')]
      .filter((each) => /^\\s*(?:javascript|data|vbscript):/i.test(each.getAttribute('href') ?? each.getAttribute('action') ?? ''))
      .map((each) => each.click()).length`);
  const ran = await Promise.all(
    page.frames().map((frame) => frame.evaluate<boolean>(`${JSON.stringify(canary)} in globalThis`)),
  );
  return { links, ran: ran.includes(true) };
}
