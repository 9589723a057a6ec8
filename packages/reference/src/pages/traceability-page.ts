import type { Page, Place } from '../facts.ts';
import type { LastRun } from '../traceability/last-run.ts';
import { outcomeTexts, type Outcome } from '../traceability/outcome.ts';
import type { Group, Row, Traceability } from '../traceability/trace.ts';
import { html, withCode, type Markup } from './html.ts';
import { lineId } from './line-id.ts';
import { page } from './page.ts';

const levels: Readonly<Record<Page['level'], string>> = {
  documented: 'the operation’s own page',
  linked: 'a page that it links to',
  gateway: 'the gateway that all products share',
};

/** What the page shows. */
export interface TraceabilityPage {
  readonly api: string;
  readonly table: Traceability;
  readonly lastRun: LastRun | undefined;
  readonly hasSpec: boolean;
}

/** The page that leads from each documented statement to the spec, the cases and the last result. */
export function traceabilityPage({ api, table, lastRun, hasSpec }: TraceabilityPage): string {
  const body = html`<main id="content" class="text">
    <h1>From the documents to the checks</h1>
    <p>
      Every statement of the documentation, in our own words: where it stands there, where the spec says it,
      which contract cases check it, and how they ended.
    </p>
    ${summary(table, lastRun)} ${table.pages.map((entry) => pageSection(entry, hasSpec))}
    ${strays(table, hasSpec)}
  </main>`;
  return page({ file: 'traceability.html', title: 'Traceability', api, hasSpec, body });
}

function summary({ pages, gaps, strays: stray }: Traceability, lastRun: LastRun | undefined): Markup {
  const rows = pages.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
  const run =
    lastRun === undefined
      ? html`The contract suite has not run yet: <code>pnpm contract --report reports/contract.json</code>,
          then start the gateway again.`
      : html`Last run on
          <time datetime="${lastRun.when.toISOString()}"
            >${lastRun.when.toISOString().slice(0, 16).replace('T', ' ')} UTC</time
          >, against <code>${lastRun.endpoint}</code>.`;
  return html`<dl class="counts">
      ${counter(rows.length, 'statements')} ${counter(count('passed'), 'passed', 'passed')}
      ${counter(count('failed'), 'failed', 'failed')}
      ${counter(count('open') + count('skipped'), 'not run', 'open')}
      ${counter(count('none') - gaps.length, 'no case, with a reason', 'none')}
      ${counter(gaps.length, 'gaps', gaps.length > 0 ? 'failed' : 'none')}
      ${counter(stray.length, 'cases without a place', stray.length > 0 ? 'open' : 'none')}
    </dl>
    <p>${run}</p>
    <nav aria-label="Pages">
      <ul class="pages">
        ${pages.map(({ page: of }) => html`<li><a href="#${of.id}">${of.title}</a></li>`)}
      </ul>
    </nav>`;
}

const counter = (number: number, label: string, kind = ''): Markup =>
  html`<div class="${kind}">
    <dt>${label}</dt>
    <dd>${number}</dd>
  </div>`;

function pageSection({ page: of, groups }: Traceability['pages'][number], hasSpec: boolean): Markup {
  return html`<section aria-labelledby="${of.id}">
    <h2 id="${of.id}">${of.title}</h2>
    <p><a href="${of.url}" rel="noreferrer">The page</a>: ${levels[of.level]}.</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">In the spec</th>
          <th scope="col">Cases</th>
          <th scope="col">Last result</th>
        </tr>
      </thead>
      ${groups.map((group) => groupBody(group, hasSpec))}
    </table>
  </section>`;
}

const groupBody = ({ section, row, rows }: Group, hasSpec: boolean): Markup =>
  html`<tbody>
    <tr class="place">
      <th colspan="4" scope="rowgroup">${section}${row === undefined ? '' : html` › <code>${row}</code>`}</th>
    </tr>
    ${rows.map((entry) => tableRow(entry, hasSpec))}
  </tbody>`;

const tableRow = ({ text, place, cases, reason, outcome }: Row, hasSpec: boolean): Markup =>
  html`<tr>
    <td>${withCode(text)}</td>
    <td data-label="In the spec">
      ${place === undefined ? html`<span class="dim">as above</span>` : placeLink(place, hasSpec)}
    </td>
    <td data-label="Cases">
      ${cases.length === 0 ? (reason ?? html`<strong>none, and no reason given</strong>`) : caseList(cases)}
    </td>
    <td data-label="Last result"><span class="outcome ${outcome}">${outcomeTexts[outcome]}</span></td>
  </tr>`;

function placeLink({ file, pointer, line }: Place, hasSpec: boolean): Markup {
  const name = `${file}:${line}`;
  const link = hasSpec ? html`<a href="spec.html#${lineId(file, line)}">${name}</a>` : html`${name}`;
  return html`${link} <code class="pointer">${pointer}</code>`;
}

/** Two cases are read at a glance; more are folded away. */
function caseList(cases: readonly string[]): Markup {
  const list = html`<ul class="cases">
    ${cases.map((id) => html`<li><code>${id}</code></li>`)}
  </ul>`;
  return cases.length <= 2
    ? list
    : html`<details>
        <summary>${cases.length} cases</summary>
        ${list}
      </details>`;
}

function strays({ strays: rows }: Traceability, hasSpec: boolean): Markup | undefined {
  if (rows.length === 0) return undefined;
  return html`<section aria-labelledby="strays">
    <h2 id="strays">Cases without a documented place</h2>
    <table>
      <tbody>
        ${rows.map((row) => tableRow(row, hasSpec))}
      </tbody>
    </table>
  </section>`;
}
