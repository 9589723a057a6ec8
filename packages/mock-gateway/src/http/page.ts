import type { ListedImage } from '../behaviours/images.ts';
import type { CallRecord } from '../call-log.ts';
import type { Catalogue } from '../catalogue.ts';
import { pageStyle } from './page-style.ts';
import type { Reply } from './reply.ts';
import type { Controlled } from './serve-control.ts';
import { escapeXml } from './xml.ts';

/** How many calls the page shows. */
const shownCalls = 50;

/** What the page tells besides the gateway's state. */
export interface PageFacts {
  readonly catalogue: Catalogue;
  readonly accessKeys: readonly { readonly id: string }[];
  readonly unsigned: boolean;
}

/** The page for people: what is running, its images, the last calls, its operations and faults. */
export function buildPage({ catalogue, accessKeys, unsigned }: PageFacts, gateway: Controlled): Reply {
  const title = `Mock gateway: ${catalogue.product} ${catalogue.version}`;
  const images = gateway.images();
  const facts = [
    `${images.length} images`,
    `keys: ${accessKeys.map(({ id }) => id).join(', ')}`,
    unsigned ? 'façade open without a signature' : 'every call must be signed',
  ];
  const text = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeXml(title)}</title><style>${pageStyle}</style></head><body>`,
    `<header><h1>${escapeXml(title)}</h1><p>${escapeXml(catalogue.title)}</p>`,
    `<ul class="facts">${facts.map((fact) => `<li>${escapeXml(fact)}</li>`).join('')}</ul></header><main>`,
    faultSection(gateway.faults()),
    section('Images', images.length === 0 ? '' : `<div class="regions">${regionCards(images)}</div>`),
    section('Last calls', callTable(gateway.calls())),
    section('Operations', operationTable(catalogue)),
    '</main></body></html>',
  ].join('\n');
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, body: {}, text, contentType: 'text/html;charset=utf-8', headers };
}

function section(heading: string, content: string): string {
  return `<section><h2>${heading}</h2>${content === '' ? '<p>None.</p>' : content}</section>`;
}

/** Only when there are any: a gateway that is wrong on purpose should say so at the top. */
function faultSection(names: readonly string[]): string {
  if (names.length === 0) return '';
  return section('Wrong on purpose', `<p>${names.map((name) => badge(name, 'warn')).join(' ')}</p>`);
}

function regionCards(images: readonly ListedImage[]): string {
  const regions = new Map<string, ListedImage[]>();
  for (const image of images) {
    const place = `${image.RegionId} · ${image.AccountId}`;
    const known = regions.get(place);
    if (known === undefined) regions.set(place, [image]);
    else known.push(image);
  }
  return [...regions]
    .map(([place, owned]) => {
      const heading = `<h3>${escapeXml(place)} (${owned.length})</h3>`;
      return `<article class="card">${heading}<ul tabindex="0">${owned.map(imageItem).join('')}</ul></article>`;
    })
    .join('');
}

function imageItem({ ImageId, Shared, State, Resource }: ListedImage): string {
  const kind = Resource === undefined ? '' : badge(Resource, '');
  const state = Shared ? badge('shared', 'good') : badge(State ?? 'not shared', '');
  return `<li><code>${escapeXml(ImageId)}</code>${kind}${state}</li>`;
}

function callTable(calls: readonly CallRecord[]): string {
  const rows = calls.slice(-shownCalls).toReversed().map(callCells);
  return table(['Time', 'Operation', 'Status', 'Code', 'Parameters', 'RequestId'], rows);
}

function callCells(call: CallRecord): readonly string[] {
  const { time, operation, method, path, parameters, status, code = '', requestId } = call;
  const parts = Object.entries(parameters ?? {}).map(([name, text]) => `${name}=${text}`);
  return [
    escapeXml(new Date(time).toISOString().slice(11, 23)),
    escapeXml(operation ?? `${method} ${path}`),
    badge(String(status), status < 400 ? 'good' : 'bad'),
    escapeXml(code),
    `<code>${escapeXml(parts.join(' '))}</code>`,
    `<code>${escapeXml(requestId)}</code>`,
  ];
}

function operationTable({ operations }: Catalogue): string {
  const rows = operations.map(({ name, effect, summary }) => [
    `<code>${escapeXml(name)}</code>`,
    effect,
    escapeXml(summary),
  ]);
  return table(['Operation', 'Effect', 'Summary'], rows);
}

/** Cells are HTML already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const body = rows.map((row) => tableRow('td', row)).join('');
  return `<div class="wide" tabindex="0"><table>${tableRow('th', head)}${body}</table></div>`;
}

function tableRow(tag: string, cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
}

function badge(text: string, kind: string): string {
  return `<span class="state ${kind}">${escapeXml(text)}</span>`;
}
