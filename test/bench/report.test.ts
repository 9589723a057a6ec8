import { readFileSync } from 'node:fs';
import { assert, boolean, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatChart } from './report/chart.mjs';
import { goalText, isMet } from './report/goal.mjs';
import { formatNumber, rounding } from './report/number.mjs';
import { replaceMeasured } from './report/readme.mjs';
import { readmeFile, readRecorded, recordedChart, resultsOf } from './report/store.mjs';
import { formatTable } from './report/table.mjs';

const faster = {
  area: 'client',
  name: 'calls <a second>',
  limit: { of: 'ratio', atLeast: 2 },
  peerName: 'official SDK',
  higherIsBetter: true,
  ours: 300.5,
  peer: 100,
  ratio: 3.005,
  unit: '/s',
};
const missed = { ...faster, name: 'slow', ratio: 1.9999 };
const failed = { area: 'client', name: 'broken', higherIsBetter: true, error: 'no server' };

const read = (text: string): number => Number(text.replaceAll(',', ''));

describe('a figure', () => {
  test('is never rounded in our favour', () => {
    const positive = double({ min: 1e-9, max: 1e9, noNaN: true });
    assert(
      property(positive, boolean(), (value, higherIsBetter) => {
        const round = rounding({ higherIsBetter });
        const [ours, peer] = [read(formatNumber(value, round.ours)), read(formatNumber(value, round.peer))];
        expect(higherIsBetter ? ours <= value && peer >= value : ours >= value && peer <= value).toBe(true);
        expect(Math.abs(ours - value)).toBeLessThanOrEqual(value * 0.0100001);
      }),
    );
  });

  test('reaches its goal or not by the value itself, not by the rounded one', () => {
    expect([faster, missed, failed].map(isMet)).toEqual([true, false, false]);
    expect(isMet({ ...faster, missed: ['another is faster'] })).toBe(false);
    expect(isMet({ ...faster, limit: { of: 'ours', atMost: 300 } })).toBe(false);
    expect(goalText(faster)).toBe('at least 2 × official SDK');
  });
});

describe('the reports', () => {
  test('the table tells all of it, failures included', () => {
    const table = formatTable([faster, missed, failed]);
    expect(table).toMatch(
      /calls <a second> +300 \/s +100 official SDK +3  +at least 2 × official SDK +met\n/,
    );
    expect(table).toMatch(/slow .* 1\.99 .* missed\n/);
    expect(table).toContain('failed: no server');
    expect(table).toContain('1 of 3 goals met');
  });

  test('the chart shows what stands beside a peer, better to the right, text as text', () => {
    const worse = { ...faster, name: 'worse', ratio: 0.5 };
    const chart = formatChart([faster, worse, failed, { ...faster, name: 'own', chart: false }]);
    const bars = [...chart.matchAll(/<rect class="(\w+)" x="([\d.]+)"/g)].map(([, kind, x]) => [
      kind,
      Number(x),
    ]);
    const peer = Number(/class="unit" x1="([\d.]+)"/.exec(chart)?.[1]);
    expect(bars).toEqual([
      ['met', peer],
      ['missed', expect.closeTo(bars[1]?.[1] as number)],
    ]);
    expect(bars[1]?.[1]).toBeLessThan(peer);
    expect(chart).toContain('calls &lt;a second&gt;');
  });
});

describe('what is recorded', () => {
  const recorded = readRecorded();
  const { areas } = recorded;
  const page = readFileSync(readmeFile, 'utf8');

  test('stands in the README as it was measured', () => {
    expect(Object.keys(areas).length).toBeGreaterThan(0);
    expect(page, 'run pnpm bench --record').toBe(replaceMeasured(page, recorded));
  });

  test('on a newer Node stands in a table of its own, without the sizes, which are the same on every Node', () => {
    const circumstances = { date: '2026-01-02', node: 'v99.1.0', machine: 'a machine' };
    const results = [
      { ...faster, headline: true },
      { ...faster, headline: true, name: 'small', unit: 'B' },
      { ...faster, name: 'aside' },
    ];
    const newerNodes = { 99: { client: { ...circumstances, results } } };
    const added = replaceMeasured(page, { areas, newerNodes }).replace(
      replaceMeasured(page, { areas, newerNodes: {} }).split('<!-- /bench -->')[0]!,
      '',
    );
    expect(added).toMatch(
      /^\| what .*\n\| -.*\n\| calls <a second> .*\n\nMeasured client: on 2026-01-02, Node 99\.1\.0/,
    );
    expect(added).not.toMatch(/small|aside/);
  });

  test('stands in the chart', () => {
    expect(readFileSync(recordedChart, 'utf8'), 'run pnpm bench --record').toBe(
      formatChart(resultsOf(areas)),
    );
  });
});
