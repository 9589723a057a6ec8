import type { Catalogue } from '../catalogue.ts';
import type { Controlled } from './serve-control.ts';
import { escapeXml } from './xml.ts';
import type { Reply } from './reply.ts';

/** How many calls the page shows. */
const shownCalls = 20;

/** The page for people: what is running, its operations, its images and the last calls. */
export function buildPage(catalogue: Catalogue, gateway: Controlled): Reply {
  const title = `Mock gateway: ${catalogue.product} ${catalogue.version}`;
  const text = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)}</title>`,
    `<style>${style}</style></head><body><h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(catalogue.title)}</p>`,
    table('Operations', ['Operation', 'Effect', 'Summary'], operationRows(catalogue)),
    table(
      'Active faults',
      ['Fault'],
      gateway.faults().map((name) => [name]),
    ),
    table(
      'Last calls',
      ['Time', 'Operation', 'Parameters', 'Status', 'Code', 'RequestId'],
      callRows(gateway),
    ),
    table('Images', ['Account', 'Region', 'Image', 'Shared'], imageRows(gateway)),
    '</body></html>',
  ].join('\n');
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, body: {}, text, contentType: 'text/html;charset=utf-8', headers };
}

const style =
  'body{font:15px system-ui;margin:2rem;color-scheme:light dark}table{border-collapse:collapse;margin:0 0 2rem}' +
  'caption{text-align:left;font-weight:600;padding:.3rem 0}td,th{padding:.2rem .8rem .2rem 0;text-align:left}';

type Row = readonly string[];

function operationRows({ operations }: Catalogue): readonly Row[] {
  return operations.map(({ name, effect, summary }) => [name, effect, summary]);
}

function callRows(gateway: Controlled): readonly Row[] {
  return gateway
    .calls()
    .slice(-shownCalls)
    .toReversed()
    .map(({ time, operation, method, path, parameters, status, code, requestId }) => [
      new Date(time).toISOString(),
      operation ?? `${method} ${path}`,
      JSON.stringify(parameters ?? {}),
      String(status),
      code ?? '',
      requestId,
    ]);
}

function imageRows(gateway: Controlled): readonly Row[] {
  return gateway
    .images()
    .map(({ AccountId, RegionId, ImageId, Shared }) => [AccountId, RegionId, ImageId, Shared ? 'yes' : 'no']);
}

function table(caption: string, head: Row, rows: readonly Row[]): string {
  const cells = (tag: string, row: Row): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`;
  if (rows.length === 0) return `<h2>${escapeXml(caption)}</h2><p>None.</p>`;
  const body = rows.map((row) => cells('td', row)).join('');
  return `<table><caption>${escapeXml(caption)}</caption>${cells('th', head)}${body}</table>`;
}
