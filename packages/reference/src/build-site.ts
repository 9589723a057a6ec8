import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue, coveredBy, suites } from '@swas/contract-tests';
import { document } from './generated/document.ts';
import { facts } from './generated/facts.ts';
import { pages } from './generated/pages.ts';
import { referencePage } from './pages/reference-page.ts';
import { specPage, type SpecFile } from './pages/spec-page.ts';
import { traceabilityPage } from './pages/traceability-page.ts';
import { readReport } from './traceability/last-run.ts';
import { trace } from './traceability/trace.ts';

/** What a site is built from, besides the generated data. */
export interface SiteOptions {
  /** Folder that receives the site. It is replaced. */
  readonly out: string;
  /** JSON report of the contract suite, whose results the traceability page shows. It need not exist. */
  readonly report?: string;
}

const require = createRequire(import.meta.url);

/** The library's bundle, which needs nothing else. */
const bundle = (): string =>
  join(dirname(require.resolve('@scalar/api-reference')), 'browser', 'standalone.js');

/** Files of the spec that facts name, where this package knows the spec: packages for another API are built without it. */
function specFiles(): readonly SpecFile[] {
  const names = [...new Set(facts.map(({ place }) => place.file))];
  return names.flatMap((name) => {
    try {
      return { name, text: readFileSync(require.resolve(`@swas/spec/${name}`), 'utf8') };
    } catch {
      return [];
    }
  });
}

/** Writes the whole site: static files, which any server can serve. @throws Error when the report is no report */
export function buildSite({ out, report }: SiteOptions): void {
  const lastRun = report === undefined ? undefined : readReport(report);
  const cases = suites.flatMap((suite) => suite.cases);
  const table = trace({ pages, facts, cases, catalogue, coveredBy, lastRun });
  const spec = specFiles();
  const [api, hasSpec] = [document.info.title, spec.length > 0];
  const assets = fileURLToPath(new URL('../src/assets', import.meta.url));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(assets, out, { recursive: true });
  cpSync(bundle(), join(out, 'api-reference.js'));
  const write = (name: string, text: string): void => writeFileSync(join(out, name), text);
  write('openapi.json', `${JSON.stringify(document, null, 2)}\n`);
  write('index.html', referencePage(api, hasSpec));
  write('traceability.html', traceabilityPage({ api, table, lastRun, hasSpec }));
  if (hasSpec) write('spec.html', specPage(api, spec));
}
