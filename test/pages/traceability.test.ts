import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, coveredBy, suites } from '@swas/contract-tests';
import { buildSite, facts, pages, trace, type Row } from '@swas/reference';
import { describe, expect, test } from 'vitest';
import { isMap, LineCounter, parseDocument, visit } from 'yaml';
import { root, temporaryFolder } from '../support/workspace.ts';

const cases = suites.flatMap((suite) => suite.cases);
const table = trace({ pages, facts, cases, catalogue, coveredBy });
const rows = table.pages.flatMap(({ groups }) => groups.flatMap((group) => group.rows));

const texts = (found: readonly Row[]): readonly string[] => found.map(({ text }) => text);

/** Every `x-source` of a file, read without the model: where it stands and what it names. */
function marks(file: string): readonly { line: number; page: string; section: string; row: string }[] {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, 'spec', file), 'utf8'), { lineCounter: counter });
  const found: { line: number; page: string; section: string; row: string }[] = [];
  visit(document, {
    Map(_, owner) {
      const source: unknown = owner.get('x-source');
      if (!isMap(source)) return;
      const [page, section, row] = ['page', 'section', 'row'].map((key) => String(source.get(key) ?? ''));
      found.push({ line: counter.linePos(owner.range![0]).line, page: page!, section: section!, row: row! });
    },
  });
  return found;
}

describe('the traceability table', () => {
  test.for(['openapi.yaml', 'workflows.arazzo.yaml'])('holds every marked fact of %s at its line', (file) => {
    // Servers are addresses, no rules.
    const wanted = marks(file).filter(({ page }) => page !== 'endpoints');
    expect(wanted.length).toBeGreaterThan(20);
    const held = facts
      .filter(({ place }) => place.file === file)
      .map(({ place, page, section, row = '' }) => JSON.stringify([place.line, page, section, row]));
    for (const { line, page, section, row } of wanted)
      expect(held).toContain(JSON.stringify([line, page, section, row]));
    expect(new Set(held).size).toBe(wanted.length);
  });

  test('has no statement without a case or a stated reason, and no case without a documented place', () => {
    expect(table.gaps).toEqual([]);
    expect(table.strays).toEqual([]);
  });

  test('has every case of the suite', () => {
    const shown = new Set(rows.flatMap((row) => row.cases));
    expect(cases.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test('makes visible what has no counterpart', () => {
    const [first] = cases;
    const stray = {
      ...first!,
      id: 'made-up/case',
      rule: { id: 'made-up', text: 'made up', level: 'documented' as const },
    };
    const without = cases.filter(({ rule }) => rule.id !== 'DeleteCustomImages.ImageIds.maxItems');
    const broken = trace({ pages, facts, cases: [...without, stray], catalogue, coveredBy });
    expect(texts(broken.strays)).toContain('made up');
    expect(texts(broken.gaps)).toEqual(['constraint:DeleteCustomImages.ImageIds.maxItems']);
  });

  test('shows the results of the last report', () => {
    const out = join(temporaryFolder(), 'site');
    const report = join(temporaryFolder(), 'contract.json');
    const records = cases.map(({ id }, index) => ({ id, result: index === 0 ? 'failed' : 'passed' }));
    writeFileSync(report, JSON.stringify({ endpoint: 'http://127.0.0.1:1', records }));
    const page = (): string => readFileSync(join(out, 'traceability.html'), 'utf8');
    buildSite({ out, report: join(out, 'absent.json') });
    expect(page()).toContain('not run yet');
    expect(page()).not.toContain('>passed</span>');
    buildSite({ out, report });
    expect(page()).toContain('>passed</span>');
    expect(page()).toContain('>failed</span>');
    expect(page()).not.toContain('not run yet');
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });
});
