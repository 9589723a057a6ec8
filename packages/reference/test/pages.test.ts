import { describe, expect, test } from 'vitest';
import type { Fact, Page } from '../src/facts.ts';
import { html, withCode } from '../src/pages/html.ts';
import { traceabilityPage } from '../src/pages/traceability-page.ts';
import { outcomeOf } from '../src/traceability/outcome.ts';
import { trace } from '../src/traceability/trace.ts';

const page: Page = { id: 'p', title: 'A <b>page</b>', url: 'https://example.com/p', level: 'documented' };
const fact: Fact = {
  text: 'It holds `<script>`.',
  page: 'p',
  section: 'S & T',
  place: { file: 'openapi.yaml', pointer: '/paths/~1Act', line: 3 },
  keys: ['code:Act.Wrong'],
};
const input = {
  pages: [page],
  facts: [fact],
  cases: [],
  catalogue: { coverage: { items: [], unreachable: {} } },
  coveredBy: () => [],
};

describe('markup', () => {
  test('takes what is put in as text', () => {
    expect(html`<p title="${'"'}">${'<b>'}${[html`<i>${1}</i>`, ' & ']}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i> &amp; </p>',
    );
    expect(withCode('a `<b>` c').text).toBe('a <code>&lt;b&gt;</code> c');
  });

  test('of the table holds nothing of a spec as markup', () => {
    const text = traceabilityPage({ api: '<i>', table: trace(input), lastRun: undefined, hasSpec: true });
    expect(text).toContain('A &lt;b&gt;page&lt;/b&gt;');
    expect(text).toContain('S &amp; T');
    expect(text).not.toMatch(/<i>|<script>|<b>/);
    expect(text).toContain('none, and no reason given');
  });
});

describe('a fact', () => {
  test('without a case and a reason is a gap', () => {
    expect(trace(input).gaps.map(({ text }) => text)).toEqual([fact.text]);
  });

  test('takes its reason from the spec, or from what the suite cannot reach', () => {
    const unreachable = { 'code:Act.Wrong': 'out of reach' };
    const table = trace({ ...input, catalogue: { coverage: { items: [], unreachable } } });
    expect(table.gaps).toEqual([]);
    expect(table.pages[0]?.groups[0]?.rows[0]?.reason).toBe('out of reach');
    expect(trace({ ...input, facts: [{ ...fact, reason: 'why' }] }).gaps).toEqual([]);
  });

  test('ended as the worst of its cases', () => {
    const lastRun = {
      endpoint: '',
      when: new Date(0),
      results: new Map([
        ['a', 'passed'],
        ['b', 'failed'],
        ['c', 'skipped'],
      ] as const),
    };
    expect(outcomeOf(['a', 'b'], lastRun)).toBe('failed');
    expect(outcomeOf(['a', 'c'], lastRun)).toBe('passed');
    expect(outcomeOf(['c', 'd'], lastRun)).toBe('skipped');
    expect(outcomeOf(['d'], lastRun)).toBe('open');
    expect(outcomeOf([], lastRun)).toBe('none');
  });
});
