import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogue } from '@swas/contract-tests';
import { startGateway } from '@swas/mock-gateway';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { htmlReport } from '../../packages/contract-tests/src/report/html-report.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { skipWithout } from '../support/requirement.ts';
import { temporaryFolder } from '../support/workspace.ts';
import { tryToLoad } from './support/emit.ts';
import { hostileText, look, startOutsider } from './support/hostile-page.ts';
import { hostileReport } from './support/hostile-report.ts';
import { buildSiteOf } from './support/hostile-site.ts';

const program = findChromium();
const missing = 'reason' in program ? program.reason : undefined;
let browser: Browser;
beforeAll(async () => {
  if (missing === undefined) browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach((context) => skipWithout(context, missing));

/** What stands beside the hostile texts: a page that shows it has drawn them. */
const mark = 'hostile-mark';
const harmless = { links: 0, ran: false };

/** A spec that is hostile wherever it may hold any text. */
function hostileSpec(text: string): unknown {
  const source = { page: 'p', section: text, row: text };
  const schema = { type: 'object', properties: { RequestId: { type: 'string', description: text } } };
  const parameter = {
    name: 'P',
    in: 'query',
    description: text,
    example: text,
    'x-source': source,
    schema: { type: 'string', description: text, enum: [text], 'x-enum-descriptions': { [text]: text } },
  };
  return {
    openapi: '3.1.0',
    info: { title: text, version: '1', description: text },
    'x-acs-product': 'shop',
    'x-acs-version': '2020-06-01',
    'x-pages': { p: { title: text, url: 'https://example.com/', level: 'documented' } },
    servers: [{ url: 'http://127.0.0.1:8080', description: text, 'x-acs-network': 'facade' }],
    tags: [{ name: text, description: text }],
    paths: {
      '/Act': {
        post: {
          operationId: 'Act',
          summary: text,
          description: text,
          tags: [text],
          'x-source': source,
          parameters: [parameter],
          responses: {
            200: {
              description: text,
              content: { 'application/json': { schema, example: { RequestId: text } } },
            },
          },
        },
      },
    },
  };
}

test.for([
  ['index.html', '#reference'],
  ['traceability.html', 'main'],
] as const)('of a hostile spec, %s with its %s runs nothing and asks nobody', async ([file, place]) => {
  const outsider = await startOutsider();
  const model = tryToLoad(hostileSpec(`${mark} ${hostileText(outsider.url)}`));
  expect(model).toBeDefined();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-site-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const gateway = await startGateway({ site: await buildSiteOf(model!, folder) });
  onTestFinished(() => gateway.close());
  expect(await look(browser, `${gateway.url}/${file}`, mark, place)).toEqual(harmless);
  expect(outsider.asked).toEqual([]);
});

test("the gateway's own page shows hostile calls and keys as text", async () => {
  const outsider = await startOutsider();
  const text = `${mark} ${hostileText(outsider.url)}`;
  const gateway = await startGateway({ accessKeys: [{ id: text, secret: 'secret' }] });
  onTestFinished(() => gateway.close());
  const query = new URLSearchParams({ Action: text, Version: text, [text]: text });
  for (const path of ['', encodeURIComponent(text)])
    await fetch(`${gateway.url}/${path}?${query.toString()}`, { method: 'POST' });
  expect(await look(browser, gateway.url, mark)).toEqual(harmless);
  expect(outsider.asked).toEqual([]);
});

test('the report of a contract run shows hostile answers and rules as text', async () => {
  const outsider = await startOutsider();
  const text = `${mark} ${hostileText(outsider.url)}`;
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, htmlReport(hostileReport(text), catalogue));
  expect(await look(browser, pathToFileURL(file).href, mark, 'ol')).toEqual(harmless);
  expect(outsider.asked).toEqual([]);
});

test('the check itself finds a page that lets texts be markup', async () => {
  const outsider = await startOutsider();
  const file = join(temporaryFolder(), 'page.html');
  writeFileSync(file, `<body>${mark} ${hostileText(outsider.url)}</body>`);
  const { links, ran } = await look(browser, pathToFileURL(file).href, mark);
  expect([links > 0, ran]).toEqual([true, true]);
  expect(outsider.asked).toContain('/image');
});
